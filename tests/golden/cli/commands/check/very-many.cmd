# Of a rule that reports more than a thousand times the first are listed, and how many others there are.
report=$(mktemp --suffix=.txt)
trap 'rm "$report"' EXIT
{ cat good.txt; printf '场地待补。%.0s' $(seq 1234); } >"$report"
check() { hegui check -r demo.yaml --select demo/placeholder "$@" "$report" | sed "s#$report#REPORT#g"; }
check -f concise --statistics | sed "/^$/,\$d" | tail -3
check -f concise --lang en | tail -1
check -f full | tail -4
check -f markdown | tail -3
for format in json jsonl; do
  check -f $format | grep -o '"truncated":{[^}]*}\|"summary":.*'
  check -f $format | grep -o '"rule":"demo/placeholder"' | wc -l
done
# Each form says it where its readers look.
for format in csv github gitlab rdjson; do
  check -f $format | grep '另有 234 '
done
check -f junit | grep -o '待补”&#10;&#10;这条规则另有 234 .*'
check -f sarif | grep -o '{"descriptor":{"id":"not-listed"}.*' | grep -o '.*"associatedRule":{[^}]*}'
