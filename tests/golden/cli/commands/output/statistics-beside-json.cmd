# With two outputs both tell them.
folder=$(mktemp -d)
hegui check bad.txt -r demo.yaml -f json="$folder/found.json" -f concise --statistics | sed '/^$/,$d'
grep -c '"statistics":{"findings":\[{' "$folder/found.json"
rm -r "$folder"
