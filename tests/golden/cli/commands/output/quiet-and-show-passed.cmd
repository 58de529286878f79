# One asks for less and one for more.
hegui check -r demo.yaml --show-passed --quiet good.txt
