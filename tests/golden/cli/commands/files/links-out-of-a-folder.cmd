# Whoever sends a folder does not choose what else is read: links that lead out of it are refused
# where they say something about a report, and left out where they are one.
top=$(mktemp -d); mkdir -p "$top/repo/.git" "$top/repo/sub"; cp bad.txt "$top/repo/sub/a.txt"; cp demo.yaml "$top"
echo 'secret: words' >"$top/secret"; cp bad.txt "$top/other.txt"; cd "$top/repo" || exit
check() { hegui check -q -r ../demo.yaml -f concise "$@" 2>&1 | sed "s|$(realpath "$top")|TOP|; s/\[.*//"; }
ln -s ../../secret sub/a.txt.hegui.yaml; check sub/a.txt; rm sub/a.txt.hegui.yaml
ln -s ../secret .hegui-baseline.json; check sub/a.txt; rm .hegui-baseline.json
echo 'set: {year: 2024}' >year; ln -s ../year sub/a.txt.hegui.yaml; check sub/a.txt; rm sub/a.txt.hegui.yaml
ln -s ../../other.txt sub/out.txt; ln -s ../a.txt sub/in.txt; cp sub/a.txt a.txt; rm sub/a.txt
echo; check sub
echo; rmdir .git; check sub
rm -r "$top"
