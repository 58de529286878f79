# A folder without reports is exit code 2.
hegui outline -r demo.yaml no-reports
