# A list that is not there is an error of the run.
hegui check --files-from no-such-list.txt -r demo.yaml
