# A beginning of an id ends at a slash or a point, not inside a word.
hegui check -r demo.yaml --select demo/pla bad.txt
