# hegui reads no DOC, WPS, PDF, OFD, ODT, RTF, RAR and 7z: a folder with them is not a folder without.
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cp score/甲镇.txt "$folder"
printf '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1' >"$folder/乙镇.DOC"
cp "$folder/乙镇.DOC" "$folder/丙镇.wps"
printf '%%PDF-1.7\n' >"$folder/丁镇.pdf"
printf '{\\rtf1 x}' >"$folder/戊镇.rtf"
printf 'Rar!' >"$folder/己镇.rar"
cp picture.png "$folder"
cd "$folder"
hegui check -r "$OLDPWD/score/rules.yaml" -f concise .
hegui score -r "$OLDPWD/score/rules.yaml" .
