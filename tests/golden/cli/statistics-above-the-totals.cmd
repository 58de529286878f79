hegui check weak.txt -r demo.yaml --statistics | tail -n 4
