hegui check -r demo.yaml --select demo/pla bad.txt
