hegui check - --files-from - -r demo.yaml
