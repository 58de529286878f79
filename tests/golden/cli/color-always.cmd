hegui check -r demo.yaml --color always -f concise bad.txt
