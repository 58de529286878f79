# A table of findings would ignore it: wrong usage.
hegui check bad.txt -r demo.yaml -f csv --statistics
