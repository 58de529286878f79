# In full output the table stands before the last line.
hegui check weak.txt -r demo.yaml --statistics | tail -n 4
