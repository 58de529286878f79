# The errors of a rule file in English, with line and caret.
hegui check -r broken.yaml --lang en good.txt
