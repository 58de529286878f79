hegui check points.txt
