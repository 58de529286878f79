hegui show short.txt
