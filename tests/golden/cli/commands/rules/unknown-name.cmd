# So does check.
hegui check -r nowhere good.txt
