# Findings of standard input have the name that it is given.
hegui check -r demo.yaml --stdin-filename 报告.txt - -f concise <bad.txt
