# JSON says that the year comes from an option.
hegui check -r demo.yaml --set year=2031 -f json good.txt | grep -o '"year":[^,]*,"year_from":[^,]*'
