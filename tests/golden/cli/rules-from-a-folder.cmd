hegui check --rules-path . -r demo good.txt -f concise
