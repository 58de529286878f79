# Empty standard input is an unreadable report.
hegui check -r demo.yaml - </dev/null
