hegui outline -r demo.yaml no-reports >/dev/null 2>&1
