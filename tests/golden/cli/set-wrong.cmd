hegui check -r demo.yaml --set year=abc good.txt
