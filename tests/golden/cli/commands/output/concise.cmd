# One line a finding, and nothing else.
hegui check -r demo.yaml -f concise bad.txt
