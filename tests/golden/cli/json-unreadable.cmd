hegui check -r demo.yaml -f json picture.png
