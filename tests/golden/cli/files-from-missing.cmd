hegui check --files-from no-such-list.txt -r demo.yaml
