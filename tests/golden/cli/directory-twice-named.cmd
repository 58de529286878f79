hegui check -r demo.yaml -f json walk/b.txt walk/a walk/b.txt | grep -o '"path":"[^"]*"'
