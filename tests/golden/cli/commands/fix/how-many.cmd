# The last line says what can be fixed, JSON how.
hegui check --no-config -r gongwen slips.txt
hegui check --no-config -r gongwen -f json slips.txt | grep -o '"fix":{[^}]*}[^}]*}'
