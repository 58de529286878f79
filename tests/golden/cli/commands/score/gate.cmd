# A gate stands apart from points, in every form of the sheet.
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cp score/rules.yaml "$folder/nianbao.yaml"
printf 'hegui: 1\nid: tiao\nextends: nianbao.yaml\ngate: {missing: [causes, plan], name: 不合格}\n' >"$folder/tiao.yaml"
hegui score -r "$folder/tiao.yaml" score/甲镇.txt score/乙镇.txt | head -10
hegui score -r "$folder/tiao.yaml" score/乙镇.txt | tail -1
hegui score -r "$folder/tiao.yaml" -f csv score/乙镇.txt
hegui score -r "$folder/tiao.yaml" -f json score/乙镇.txt | grep -A 5 '"gate"'
hegui check -r "$folder/tiao.yaml" -f json score/乙镇.txt | grep -o '"gate":{[^}]*}'
