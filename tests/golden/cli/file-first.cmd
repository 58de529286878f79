hegui good.txt -r demo.yaml -f concise
