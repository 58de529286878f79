hegui __complete check -r demo.yaml --ignore =
hegui __complete check --rules=demo.yaml --ignore =demo/causes,demo/measures.
