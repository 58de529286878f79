# With -q a good report prints nothing.
hegui check -r demo.yaml -q good.txt
