hegui check -r demo.yaml -q walk/.hidden/x.txt
