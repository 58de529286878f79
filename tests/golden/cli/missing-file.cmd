hegui check -r demo.yaml nowhere.txt
