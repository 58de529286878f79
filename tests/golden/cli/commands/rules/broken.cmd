# All errors of a rule file at once, each with its line; nothing is checked with it.
hegui check -r broken.yaml good.txt
