# Several forms in one run; the console gets the one that names no file.
folder=$(mktemp -d)
hegui score -r score/rules.yaml -f text -f csv="$folder/a.csv" -f json="$folder/a.json" -f xlsx="$folder/a.xlsx" score/甲镇.txt | tail -1
ls "$folder"
head -c 4 "$folder/a.xlsx" | od -A n -c
hegui score -r score/rules.yaml -f xlsx="$folder/none/a.xlsx" score/甲镇.txt 2>&1 | sed "s|$folder|FOLDER|"
rm -r "$folder"
