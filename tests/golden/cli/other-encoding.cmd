hegui check -r demo.yaml gb18030.txt
