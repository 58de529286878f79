# --severity without a word.
hegui check -r demo.yaml --severity demo/plan bad.txt 2>&1 | head -1
