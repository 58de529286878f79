# An empty list is nothing to check: exit code 2.
hegui check --files-from - -r demo.yaml </dev/null
