# So is one that begins with an option.
hegui -r demo.yaml good.txt
