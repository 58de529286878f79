COLUMNS=50 hegui check -r demo.yaml bad.txt | head -12
