# Blank lines, the line ends and the mark of a list made under Windows; a folder is searched.
printf '\xEF\xBB\xBFweak.txt\r\n\r\nwalk/a\r\ngood.txt' | hegui check good.txt --files-from - -r demo.yaml -f json | grep -o '"path":"[^"]*"'
