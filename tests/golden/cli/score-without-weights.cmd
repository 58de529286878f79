hegui score -r gongwen good.txt
