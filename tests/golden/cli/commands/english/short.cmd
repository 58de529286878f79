# Fewer words than a report has.
printf 'Summary\n\nNothing happened. All is well.\n' | hegui check --lang en -r english/incident.yaml -
