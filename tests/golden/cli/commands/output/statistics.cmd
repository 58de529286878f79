# Findings and reports by rule, gravest first.
hegui check bad.txt weak.txt note.txt good.txt -r demo.yaml -q --statistics | sed -n '/^规则 /,/^$/p'
