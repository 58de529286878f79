# A rule file that is no YAML: line, caret, and that patterns want quotes.
hegui check -r not.yaml good.txt
