# Results that cannot be written fail the run.
hegui check -r demo.yaml bad.txt 2>/dev/null >/dev/full
