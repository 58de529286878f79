# Why files cannot be read, in English.
hegui check -r demo.yaml --lang en picture.png nowhere.txt
