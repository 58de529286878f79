# Fewer than 20 reports, however long they take.
rules=$PWD/demo.yaml weak=$PWD/weak.txt folder=$(mktemp -d)
export rules
cd "$folder"
mkfifo 00.txt
for i in {01..18}; do cp "$weak" "$i.txt"; done
(sleep 0.7; cat "$weak") >00.txt &
ls -- *.txt >list
script -qec 'TERM=xterm "$program" check --files-from list -r "$rules" -j1 -f concise >out' /dev/null </dev/null | cat -A
grep -c . out
rm -r "$folder"
