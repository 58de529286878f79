hegui check -r demo.yaml -v bad.txt
