hegui check -r demo.yaml --select demo/plan --select demo/nothing bad.txt
