# An empty list is told, and no error with --allow-empty.
hegui check --files-from - --allow-empty -r demo.yaml </dev/null
