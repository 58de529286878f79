# Two outputs cannot go to one file, whatever its names; nothing is written.
folder=$(mktemp -d); mkdir "$folder/a"; ln -s a "$folder/b"
hegui check -r demo.yaml -f json="$folder/a/x" -f csv="$folder/b/x" bad.txt 2>&1 | sed "s|$folder|FOLDER|"
hegui score -r score/rules.yaml -f json="$folder/x" -f csv="$folder/./x" score/甲镇.txt 2>&1 | sed "s|$folder|FOLDER|"
find "$folder" -type f; rm -r "$folder"
# What a device takes is nobody's.
hegui check -q -r demo.yaml -f json=/dev/null -f csv=/dev/null bad.txt
