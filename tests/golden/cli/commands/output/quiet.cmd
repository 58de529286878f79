# With -q findings only: no checklist, no totals.
hegui check -r demo.yaml -q bad.txt
