# Results take the place of nothing that is read, also where the run fails before it reads anything.
folder=$(mktemp -d); sums=$(mktemp); cp bad.txt demo.yaml "$folder"; cd "$folder" || exit
cp bad.txt named; cp demo.yaml rules; ln bad.txt hard.json; echo 'fail-on: never' >conf
echo 'set: {year: 2024}' >bad.txt.hegui.yaml; ln -s bad.txt.hegui.yaml side.json
printf 'PK\5\6%18s' '' | tr ' ' '\0' >empty.zip
printf '{"version": 9}' >base.json; cp base.json .hegui-baseline.json
sha256sum -- * .hegui-baseline.json >"$sums"
over() { printf '%s: ' "$1"; hegui check -f json="$1" "${@:2}" 2>&1 | tail -1; }
over bad.txt -r nosuch bad.txt
over bad.txt -r nosuch .
over bad.txt -r demo.yaml --set year=abc bad.txt
over bad.txt -r demo.yaml --baseline nosuch bad.txt
over bad.txt -r demo.yaml --baseline base.json bad.txt
over hard.json -r nosuch bad.txt
over named -r nosuch named
over demo.yaml -r demo.yaml bad.txt
over rules -r ./rules bad.txt
over conf -c conf -r nosuch bad.txt
over side.json -r demo.yaml --no-baseline bad.txt
over bad.txt.hegui.yaml -r demo.yaml --no-baseline bad.txt
over base.json -r demo.yaml --baseline base.json bad.txt
over .hegui-baseline.json -r nosuch bad.txt
over empty.zip -r demo.yaml --no-baseline empty.zip bad.txt
hegui score -r demo.yaml -f json=rules -r ./rules bad.txt
sha256sum --quiet -c "$sums" && ls -A; rm -r "$folder" "$sums"
