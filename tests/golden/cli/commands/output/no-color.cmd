# NO_COLOR leaves the output plain.
NO_COLOR=1 hegui check -r demo.yaml -f concise bad.txt
