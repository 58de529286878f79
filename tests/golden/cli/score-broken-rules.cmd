hegui score -r broken.yaml good.txt
