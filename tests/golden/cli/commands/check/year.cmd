# A report of another year than was asked for: told at the top, at its title, and in the totals.
hegui check -r score/rules.yaml --year 2024 --color never score/甲镇.txt
hegui check -r score/rules.yaml --year 2024 -f json score/甲镇.txt | grep -o '"suitability":{[^}]*}\|"year_asked":[0-9a-z]*'
hegui check -r score/rules.yaml --year 2025 --color never score/甲镇.txt | head -1
