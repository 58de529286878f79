# Colours in a pipe where they are asked for.
hegui check -r demo.yaml --color always -f concise bad.txt
