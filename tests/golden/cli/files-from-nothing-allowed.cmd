hegui check --files-from - --allow-empty -r demo.yaml </dev/null
