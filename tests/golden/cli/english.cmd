hegui check -r demo.yaml --lang en bad.txt
