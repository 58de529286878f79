hegui check -r demo.yaml bad.txt
