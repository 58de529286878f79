# First the rule, then the word.
hegui __complete check -r demo.yaml --severity =demo/p
hegui __complete check -r demo.yaml --severity =demo/plan=
