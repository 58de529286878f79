# Nothing to check is no success.
hegui check -r demo.yaml no-reports
