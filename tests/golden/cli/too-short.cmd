hegui check -r demo.yaml short.txt
