# One unknown id among known ones is an error.
hegui check -r demo.yaml --select demo/plan --select demo/nothing bad.txt
