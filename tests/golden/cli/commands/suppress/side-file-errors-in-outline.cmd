# outline needs the variables of a side file, so its errors count there, too.
hegui outline -r demo.yaml suppress/not-yaml.txt
