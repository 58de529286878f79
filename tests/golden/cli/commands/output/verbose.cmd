# With -v also what was not checked, and why.
hegui check -r demo.yaml -v bad.txt
