# No colours in a pipe.
hegui check -r demo.yaml --color auto -f concise bad.txt
