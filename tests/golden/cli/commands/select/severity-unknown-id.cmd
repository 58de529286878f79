# The id of --severity must be a rule's.
hegui check -r demo.yaml --severity demo/nothing=note bad.txt
