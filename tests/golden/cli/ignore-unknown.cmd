hegui check -r demo.yaml --ignore nothing bad.txt
