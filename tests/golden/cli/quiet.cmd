hegui check -r demo.yaml -q bad.txt
