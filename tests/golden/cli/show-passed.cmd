hegui check -r demo.yaml --show-passed good.txt
