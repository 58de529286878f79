hegui check -r demo.yaml --lang en picture.png nowhere.txt
