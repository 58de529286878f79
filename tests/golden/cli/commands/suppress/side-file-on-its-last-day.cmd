# On its last day a suppression still holds.
SOURCE_DATE_EPOCH=$(date -u -d 2026-12-31T23:59:59 +%s) hegui check -r demo.yaml -f concise --ignore demo/measures,demo/causes suppress/weak.txt
