# Nor is closed standard error: what is complained of is not in the JSON.
mkdir -p nothing; hegui check -r demo.yaml -f json=closed-error.json nothing 2>&-; head -c 12 closed-error.json
