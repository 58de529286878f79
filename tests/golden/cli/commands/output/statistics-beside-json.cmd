# With two outputs the table is in the one for people.
folder=$(mktemp -d)
hegui check bad.txt -r demo.yaml -f json="$folder/found.json" -f concise --statistics
wc -l <"$folder/found.json"
rm -r "$folder"
