# A folder is searched in the order of its names, hidden files left out.
hegui check -r demo.yaml -f json walk | grep -o '"path":"[^"]*"'
