hegui check -r demo.yaml picture.png
