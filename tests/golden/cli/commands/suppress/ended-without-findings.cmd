# Nothing is reported again: the report says what was missing.
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cp good.txt "$folder/镇.txt"
echo 'suppress: [{rule: demo/plan, reason: 另行印发, until: 2026-03-31}]' >"$folder/镇.txt.hegui.yaml"
SOURCE_DATE_EPOCH=1780000000 hegui check -r demo.yaml -f concise "$folder" | sed "s#$folder#FOLDER#"
