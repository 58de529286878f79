hegui score -r broken.yaml good.txt | head -4
