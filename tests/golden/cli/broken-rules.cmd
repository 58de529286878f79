hegui check -r broken.yaml good.txt
