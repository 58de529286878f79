hegui -r demo.yaml - -f concise <bad.txt
