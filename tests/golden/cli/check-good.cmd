hegui check -r demo.yaml good.txt
