# All that is ours is English with --lang en; titles stay as they are.
hegui check -r demo.yaml --lang en bad.txt
