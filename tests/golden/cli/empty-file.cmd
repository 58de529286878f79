hegui check -r demo.yaml empty.txt
