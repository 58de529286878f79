hegui check -r demo.yaml no-reports
