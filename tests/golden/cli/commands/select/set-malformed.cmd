# --set without a name.
hegui check -r demo.yaml --set 2019 good.txt 2>&1 | head -1
