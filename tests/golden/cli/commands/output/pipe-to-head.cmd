# Whoever reads may stop: no complaint, and the exit code is that of the findings.
folder=$(mktemp -d)
for i in {1..200}; do cp bad.txt "$folder/$i.txt"; done
hegui check "$folder" -r demo.yaml -f concise | head -n 1 | sed 's/.*error/error/'
echo "${PIPESTATUS[0]}"
rm -r "$folder"
