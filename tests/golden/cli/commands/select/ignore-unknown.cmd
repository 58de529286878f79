# An id that is no rule's is an error: the slip would ignore nothing.
hegui check -r demo.yaml --ignore nothing bad.txt
