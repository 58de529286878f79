# The totals count what was not checked.
hegui check -r demo.yaml bad.txt picture.png short.txt good.txt | tail -1
