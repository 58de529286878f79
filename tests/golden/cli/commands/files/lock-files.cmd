# What Word, WPS and LibreOffice keep beside a document that is open is no report.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/d"
cp good.txt "$folder/d/甲镇.txt"
printf '\7zhangsan%155s' '' >"$folder/d/~\$甲镇.docx"
printf ',zhangsan,host,01.01.2026 09:00,file:///x;' >"$folder/d/.~lock.甲镇.docx#"
rules=$PWD/demo.yaml
cd "$folder"
hegui check -r "$rules" -f concise d
echo "exit $?"
hegui check -r "$rules" -f concise -v d
echo "exit $?"
hegui check -r "$rules" -f concise 'd/~$甲镇.docx' 'd/.~lock.甲镇.docx#'
echo "exit $?"
git init -q .
hegui check -r "$rules" -f concise -v --changed
