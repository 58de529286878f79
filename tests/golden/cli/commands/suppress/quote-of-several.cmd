# A quote is for one finding: one that several are about suppresses none, and says so.
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
{ cat good.txt; printf '场地待补。\n器材待补，人员待补。\n'; } >"$folder/镇.txt"
check() {
  printf 'suppress:\n  - {rule: demo/placeholder, quote: %s, reason: 已知}\n' "$1" >"$folder/镇.txt.hegui.yaml"
  hegui check -r demo.yaml -f concise --show-suppressed "${@:2}" "$folder" | sed "s#$folder#FOLDER#"
}
check 待
check 待补 --lang en
check 器材待补
