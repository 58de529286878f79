hegui check -r demo.yaml - </dev/null
