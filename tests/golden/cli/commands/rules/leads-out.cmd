# A rule file leads to none outside of its repository but those of the rule paths; nothing of others is shown.
top=$(mktemp -d)
trap 'rm -r "$top"' EXIT
mkdir -p "$top/repo/.git" "$top/repo/sub" "$top/lone" "$top/shared"
cp bad.txt "$top/repo"
echo 'secret: "words' >"$top/secret"
printf 'hegui: 1\nid: base\ntitle: 报告\n' | tee "$top/repo/base.yaml" "$top/base.yaml" >"$top/shared/base.yaml"
rules() { printf 'hegui: 1\nid: x\ntitle: 报告\nextends: [%s]\n' "$1" >"$2"; }
cd "$top/repo" || exit
check() { hegui rules check "$@" 2>&1 | sed "s|$(realpath "$top")|TOP|g"; }
rules ../../secret sub/a.yaml; check sub/a.yaml
rules /proc/self/environ sub/a.yaml; check sub/a.yaml
rules ../base.yaml sub/a.yaml; check sub/a.yaml
rules ../../shared/base.yaml sub/a.yaml; check sub/a.yaml --rules-path ../shared
ln -s ../../secret sub/name.yaml; rules name sub/a.yaml; check sub/a.yaml
(cd sub && check a.yaml)
hegui check -r sub/a.yaml -f concise bad.txt 2>&1 | sed "s|$(realpath "$top")|TOP|g"
rules ../base.yaml ../lone/a.yaml; check ../lone/a.yaml
ln -s ../secret ../shared/name.yaml; check name --rules-path ../shared
