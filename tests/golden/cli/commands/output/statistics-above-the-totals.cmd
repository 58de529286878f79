# In full output the tables stand before the last line.
hegui check weak.txt -r demo.yaml --statistics | tail -n 3 | sed -E 's/ +[0-9]+ +[0-9.]+ +/ 1 N /'
