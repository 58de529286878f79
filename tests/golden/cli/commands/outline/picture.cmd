# An unreadable file does not keep the others from being shown.
hegui outline -r demo.yaml picture.png good.txt
