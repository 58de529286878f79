hegui check -r nowhere.yaml good.txt
