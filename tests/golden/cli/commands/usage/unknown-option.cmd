# A mistyped option: the one that was probably meant.
hegui check -r demo.yaml --colour good.txt 2>&1 | head -1
english check -r demo.yaml --colour good.txt 2>&1 | head -1
