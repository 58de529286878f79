# What cannot be read here is told: a folder with it is not a folder without. No LibreOffice is found.
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cp score/甲镇.txt "$folder"
printf '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0' >"$folder/乙镇.DOC"
cp "$folder/乙镇.DOC" "$folder/丙镇.wps"
printf '{\\rtf1 x}' >"$folder/戊镇.rtf"
printf 'Rar!' >"$folder/己镇.rar"
cp picture.png "$folder"
cd "$folder"
PATH=/nowhere hegui check -r "$OLDPWD/score/rules.yaml" -f concise .
PATH=/nowhere hegui score -r "$OLDPWD/score/rules.yaml" .
