# One damaged byte is a finding at its place, and the rest is checked; its rule can be left out.
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
sed 's/工作/工\xff作/' score/甲镇.txt >"$folder/甲镇.txt"
cd "$folder"
hegui check -r "$OLDPWD/score/rules.yaml" -f concise --select hegui/undecodable,nianbao/word .
hegui check -r "$OLDPWD/score/rules.yaml" -f concise --ignore hegui/undecodable .
iconv -f UTF-8 -t GB18030 "$OLDPWD/score/甲镇.txt" | sed '5s/$/\xff\xff。/' >甲镇.txt
hegui check -r "$OLDPWD/score/rules.yaml" -f concise --select hegui/undecodable,nianbao/word .
