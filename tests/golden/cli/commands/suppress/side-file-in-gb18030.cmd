# A side file that Windows wrote in GB18030 is read.
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cp weak.txt "$folder/镇.txt"
echo 'suppress: [{rule: demo/measures, at: 主要做法, reason: 不列数据}]' | iconv -t GB18030 >"$folder/镇.txt.hegui.yaml"
hegui check -r demo.yaml -f concise --show-suppressed "$folder" | sed "s#$folder#FOLDER#"
