# The frame of JSON: schema, tool, columns.
hegui check -r demo.yaml -f json bad.txt | head -c 200; echo
