# By default a warning fails nothing.
hegui check -r demo.yaml -q weak.txt >/dev/null
