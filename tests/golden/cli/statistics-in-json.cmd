hegui check bad.txt -r demo.yaml -f json --statistics
