hegui check -r demo.yaml bad.txt picture.png short.txt good.txt | tail -1
