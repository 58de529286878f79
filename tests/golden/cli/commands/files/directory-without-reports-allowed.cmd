# --allow-empty: it is told, and exit code 0.
hegui check -r demo.yaml --allow-empty no-reports
