# The language may stand before the command.
hegui --lang en test nosuch.yaml
hegui --lang en rules check english/incident.yaml | tail -1
