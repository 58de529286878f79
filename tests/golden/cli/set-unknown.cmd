# known bug: a variable that no rule set has is passed over
hegui check -r demo.yaml --set yaer=2024 good.txt >/dev/null 2>&1
