hegui check -r demo.yaml -f concise bad.txt
