# On a narrow terminal the checklist has one column.
COLUMNS=50 hegui check -r demo.yaml bad.txt | head -12
