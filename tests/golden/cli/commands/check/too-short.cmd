# Less than 200 characters are no report.
hegui check -r demo.yaml short.txt
