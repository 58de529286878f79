# As git diff -z and find -print0 write them: a line end may be part of a name.
folder=$(mktemp -d)
cp weak.txt "$folder/two
lines.txt"
(cd "$folder" && find . -name '*.txt' -print0) >"$folder/list"
(cd "$folder" && hegui --files-from list -r "$OLDPWD/demo.yaml" -f concise)
rm -r "$folder"
