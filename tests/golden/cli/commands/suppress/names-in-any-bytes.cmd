# A report whose name is no UTF-8 is found again in its baseline, and by its side file.
folder=$(mktemp -d); trap 'rm -r "$folder"' EXIT
rules=$PWD/demo.yaml; cli=$PWD; cd "$folder" || exit
gbk=$'\xB1\xA8\xB8\xE6.txt'
for name in "$gbk" '%B1.txt' '%41 100%.txt' $'\xB1.txt' 报告.txt; do cp "$cli/bad.txt" "$name"; done
hegui baseline write -r "$rules" --baseline b.json .
grep -o '"path":"[^"]*"' b.json
hegui check -r "$rules" --baseline b.json -f concise .; echo $?
hegui baseline show --baseline b.json | grep -v '^ '
rm "$gbk"; hegui baseline prune -r "$rules" --baseline b.json . | tail -1
printf 'suppress: [{rule: demo/shortcomings, reason: 另文上报}]\n' >$'\xB1.txt.hegui.yaml'
hegui check -r "$rules" -f concise $'\xB1.txt'
