# known bug: nothing was outlined, and nothing says so
hegui outline -r demo.yaml no-reports >/dev/null 2>&1
