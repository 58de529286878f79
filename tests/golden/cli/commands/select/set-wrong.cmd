# A year is a number.
hegui check -r demo.yaml --set year=abc good.txt
