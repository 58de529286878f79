# The language may stand before the command.
hegui --lang en test nosuch.yaml
hegui --lang en rules check english/incident.yaml | tail -1
hegui --lang en --help | head -2; hegui --lang=en --version
