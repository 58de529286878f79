# GB18030 is read; the file is too short for a report.
hegui check -r demo.yaml gb18030.txt
