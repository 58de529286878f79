# A report that is named twice is checked once, where it is named first.
hegui check -r demo.yaml -f json walk/b.txt walk/a walk/b.txt | grep -o '"path":"[^"]*"'
