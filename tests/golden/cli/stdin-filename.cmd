hegui check -r demo.yaml --stdin-filename 报告.txt - -f concise <bad.txt
