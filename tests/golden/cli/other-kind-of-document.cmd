hegui check -r demo.yaml points.txt
