# A test file reads nothing outside of its repository, and is none that leads there.
top=$(mktemp -d)
trap 'rm -r "$top"' EXIT
mkdir -p "$top/repo/.git" "$top/repo/rules"
echo 'root: secret words' >"$top/secret.txt"
cd "$top/repo" || exit
printf 'hegui: 1\nid: s\ntitle: 报告\nchecks:\n  - {id: a, forbid: [secret], samples: none}\n' >rules/s.yaml
cases() { printf 'hegui-test: 1\ncases:\n  - name: x\n    file: %s\n    silent: [s/a]\n' "$1" >rules/s.test.yaml; }
run() { hegui test "$@" 2>&1 | sed "s|$(realpath "$top")|TOP|g"; }
cases ../../secret.txt; run rules/s.yaml
ln -s ../secret.txt in.txt; cases ../in.txt; run rules/s.yaml
rm in.txt; cp ../secret.txt in.txt; cases ../in.txt; run rules/s.yaml
mv rules/s.test.yaml ..; ln -s ../../s.test.yaml rules; run rules/s.yaml
rm rules/s.test.yaml; ln -s ../../secret.txt rules/t.yaml; run rules
