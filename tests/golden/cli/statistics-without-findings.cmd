hegui check good.txt -r demo.yaml -f concise --statistics
