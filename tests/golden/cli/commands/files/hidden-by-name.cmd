# A hidden file is checked when it is named.
hegui check -r demo.yaml -q walk/.hidden/x.txt
