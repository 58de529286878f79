hegui check -r not.yaml good.txt
