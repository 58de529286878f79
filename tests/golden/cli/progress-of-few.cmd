# Standard error is a terminal, but the run is short.
folder=$(mktemp -d)
export folder
for i in {1..25}; do cp weak.txt "$folder/$i.txt"; done
script -qec 'TERM=xterm "$program" check "$folder" -r demo.yaml -f concise >"$folder/out"' /dev/null </dev/null | cat -A
grep -c . "$folder/out"
rm -r "$folder"
