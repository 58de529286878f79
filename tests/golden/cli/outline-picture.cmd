hegui outline -r demo.yaml picture.png good.txt
