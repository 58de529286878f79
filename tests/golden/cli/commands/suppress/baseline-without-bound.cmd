# A baseline is anybody's file: numbers and brackets without end are refused.
echo '{"hegui-baseline":1,"entries":[{"count":1e999}]}' > large.json; hegui check -r demo.yaml -q --baseline large.json bad.txt; head -c 100000 /dev/zero | tr '\0' '[' > deep.json; hegui check -r demo.yaml -q -f concise --baseline deep.json bad.txt
