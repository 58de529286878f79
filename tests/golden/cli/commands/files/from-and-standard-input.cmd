# Standard input cannot be list and report at once.
hegui check - --files-from - -r demo.yaml
