# Severity has four words.
hegui check -r demo.yaml --severity demo/plan=loud bad.txt 2>&1 | head -1
