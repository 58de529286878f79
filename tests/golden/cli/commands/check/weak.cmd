# Weak is a warning, which does not fail a run.
hegui check -r demo.yaml weak.txt
