hegui score good.txt
