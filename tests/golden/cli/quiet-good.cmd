hegui check -r demo.yaml -q good.txt
