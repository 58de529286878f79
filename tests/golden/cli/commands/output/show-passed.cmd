# --show-passed: also what is met, with its evidence.
hegui check -r demo.yaml --show-passed good.txt
