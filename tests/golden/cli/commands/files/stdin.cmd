# - is standard input, called <stdin>.
hegui -r demo.yaml - -f concise <bad.txt
