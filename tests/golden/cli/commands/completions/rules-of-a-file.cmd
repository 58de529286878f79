# Ids of the set that the line names; those of checks once a point is written.
hegui __complete check -r demo.yaml --ignore =
hegui __complete check --rules=demo.yaml --ignore =demo/causes,demo/measures.
