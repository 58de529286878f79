# known bug: results that cannot be written are lost without a word
hegui check -r demo.yaml bad.txt 2>/dev/null >/dev/full
