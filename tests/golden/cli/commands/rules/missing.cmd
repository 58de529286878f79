# A path that leads nowhere is told as a file.
hegui check -r nowhere.yaml good.txt
