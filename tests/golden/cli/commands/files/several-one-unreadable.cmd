# Unreadable files are told in their places; the others are checked.
hegui check -r demo.yaml -f concise bad.txt picture.png good.txt nowhere.txt weak.txt
