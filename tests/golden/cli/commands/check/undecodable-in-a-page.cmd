# A damaged byte of the page in a MHT file is a finding, too.
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cd "$folder"
{
    printf 'MIME-Version: 1.0\nContent-Type: text/html; charset="utf-8"\n\n'
    sed 's/.*/<p>&<\/p>/; s/工作/工\xff作/' "$OLDPWD/score/甲镇.txt"
} >甲镇.mht
hegui check -r "$OLDPWD/score/rules.yaml" -f concise --select hegui/undecodable,nianbao/word .
