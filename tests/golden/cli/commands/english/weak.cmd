# An English report that says too little: what is weak or missing is told.
hegui check --lang en -r english/incident.yaml english/thin.txt
