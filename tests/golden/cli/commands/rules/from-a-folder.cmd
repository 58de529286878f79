# A set is found by name in a folder of --rules-path.
hegui check --rules-path . -r demo good.txt -f concise
