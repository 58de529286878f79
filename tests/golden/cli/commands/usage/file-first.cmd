# A line that begins with a file is one of check.
hegui good.txt -r demo.yaml -f concise
