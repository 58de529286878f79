# --quiet hides what is allowed, not what fails.
hegui check -r demo.yaml --allow-empty -q no-reports; hegui check -r demo.yaml -q no-reports
