hegui outline -r demo.yaml good.txt
