# However a report is named, it is checked once.
cd walk/a || exit
hegui check -r ../../demo.yaml -f json 2.txt ./2.txt . ../a/2.txt | grep -o '"path":"[^"]*"'
