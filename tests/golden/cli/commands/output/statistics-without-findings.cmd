# Without findings there is no table.
hegui check good.txt -r demo.yaml -f concise --statistics
