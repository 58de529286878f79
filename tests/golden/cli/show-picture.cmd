hegui show picture.png short.txt
