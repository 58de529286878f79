hegui check -r demo.yaml bad.txt 2>/dev/null >/dev/full
