hegui scaffold good.txt
