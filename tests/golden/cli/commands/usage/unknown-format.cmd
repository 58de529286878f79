# The message lists the outputs.
hegui check -r demo.yaml -f pdf good.txt 2>&1 | head -1
english check -r demo.yaml -f pdf good.txt 2>&1 | head -1
