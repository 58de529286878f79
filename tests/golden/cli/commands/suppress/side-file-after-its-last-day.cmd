# The day after the last one the finding counts again.
SOURCE_DATE_EPOCH=$(date -u -d 2027-01-01 +%s) hegui check -r demo.yaml -f concise --ignore demo/measures,demo/causes suppress/weak.txt
