hegui check -r broken.yaml --lang en good.txt
