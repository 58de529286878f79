hegui check -r demo.yaml -q weak.txt >/dev/null
