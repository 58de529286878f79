hegui check -r broken.yaml -f json good.txt
