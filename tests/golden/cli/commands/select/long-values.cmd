# A value goes into each pattern that names its variable: whoever gives it, it has bounds.
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
long=$(printf '甲%.0s' $(seq 201))
cp good.txt demo.yaml "$folder" && cd "$folder" || exit
short() { sed "s/甲\{20,\}/甲…甲/g"; }
hegui check -r fazhi --set "year=$long" good.txt 2>&1 | short
hegui check -r fazhi --set "year=${long#甲}" good.txt 2>&1 | short
echo "set: {year: $long}" >.hegui.yaml
hegui check -r fazhi good.txt | short
rm .hegui.yaml
echo "set: {year: $long}" >good.txt.hegui.yaml
hegui check -r fazhi -f concise good.txt | short
rm good.txt.hegui.yaml
printf 'hegui-test: 1\ncases:\n  - {name: a, text: 甲。, set: {year: %s}}\n' "$long" >demo.test.yaml
hegui test ./demo.yaml 2>&1 | short
