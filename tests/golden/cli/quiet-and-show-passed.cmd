hegui check -r demo.yaml --show-passed --quiet good.txt
