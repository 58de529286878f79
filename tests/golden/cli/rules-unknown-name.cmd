hegui check -r nowhere good.txt
