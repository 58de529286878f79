hegui outline -r demo.yaml no-reports
