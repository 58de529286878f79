# And in one of HEGUI_RULES_PATH.
HEGUI_RULES_PATH=. hegui check -r demo bad.txt -f concise
