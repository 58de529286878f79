# Nothing is missing: the checklist alone, exit code 0.
hegui check -r demo.yaml good.txt
