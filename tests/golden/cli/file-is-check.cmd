hegui -r demo.yaml good.txt
