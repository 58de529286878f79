hegui check -r demo.yaml -f json walk | grep -o '"path":"[^"]*"'
