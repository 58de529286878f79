# In JSON the errors of a rule file are problems, and no report is checked.
hegui check -r broken.yaml -f json good.txt
