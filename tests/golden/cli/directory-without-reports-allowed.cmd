hegui check -r demo.yaml --allow-empty no-reports
