hegui -c nothing.yaml good.txt
