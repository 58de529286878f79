# The message lists the words of --fail-on.
hegui check -r demo.yaml --fail-on bad good.txt 2>&1 | head -1
english check -r demo.yaml --fail-on bad good.txt 2>&1 | head -1
