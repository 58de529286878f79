# JSON would ignore it: wrong usage.
hegui check bad.txt -r demo.yaml -f json --statistics
