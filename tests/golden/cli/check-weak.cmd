hegui check -r demo.yaml weak.txt
