# A command that is promised and not there yet says so.
hegui scaffold good.txt
english scaffold good.txt
