# In JSON they are problems with their lines.
hegui -f json wrongly-configured/good.txt | grep -o '"problems":.*"line":[0-9]*' | grep -o '"line":[0-9]*'
