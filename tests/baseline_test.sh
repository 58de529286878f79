#!/usr/bin/env bash
# A repository of ten reports with known findings: what is edited, moved or numbered anew raises
# nothing old, what is new is raised, and prune takes out only what is gone.
#
#   baseline_test.sh PROGRAM MAKE_DOCX     exit 0: all as it should be, 1: not
set -uo pipefail

program=$(realpath "$1") make_docx=$(realpath "$2")
examples=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../examples")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8 HEGUI_RULES_PATH=
repository=$scratch/repository texts=$scratch/texts
mkdir -p "$repository/.git" "$repository/镇街/2024" "$texts"
cd "$repository" || exit 1

failed=0 checked=0
# NAME EXPECTED ACTUAL
is() {
  checked=$((checked + 1))
  [[ $2 == "$3" ]] && return
  printf '%s: expected\n%s\nand not\n%s\n' "$1" "$2" "$3"
  failed=$((failed + 1))
}

findings() { "$program" check -f concise "$@" .; }
count() { findings "$@" | grep -c .; }
entries() { grep -c '"path"' .hegui-baseline.json; }

# The texts in three formats, one of them in GBK.
publish() {
  local name
  for name in good no-causes no-principals; do
    cp "$texts/$name.txt" "镇街/$name.txt"
    "$make_docx" "$texts/$name.txt" "镇街/2024/$name.docx" || exit 1
  done
  for name in themes thin unnumbered; do sed 's/$/\n/' "$texts/$name.txt" >"$name.md"; done
  iconv -f UTF-8 -t GB18030 "$texts/themes.txt" >themes-gbk.txt
}

# In each text two placeholders.
for name in good no-causes no-principals themes thin unnumbered; do
  awk '(FILENAME ~ /good/ ? /^（三）规范街面执法/ : length($0) > 40 && ++n == 4) {
         $0 = $0 "另发放资料XX份，下拨经费12万元、XX万元。"
       }
       {print}' "$examples/$name.txt" >"$texts/$name.txt"
done
publish
known=$(count)
is 'ten reports' 10 "$("$program" check -f json . | grep -o '"documents":10' | cut -d: -f2)"
is 'there are findings to be known' 1 $((known > 25))

# --- write
"$program" baseline write . >"$scratch/told" || failed=$((failed + 1))
is 'write says how many' ".hegui-baseline.json：记下 $known 个问题，在 10 份文档里" \
  "$(cat "$scratch/told")"
cp .hegui-baseline.json "$scratch/first"
"$program" baseline write -j 1 镇街/../. >/dev/null
is 'write twice, the same bytes' '' "$(cmp .hegui-baseline.json "$scratch/first" 2>&1)"
is 'one entry a line' 1 $(($(entries) == $(wc -l <.hegui-baseline.json) - 2))
is 'nothing is new' '' "$(findings)"
is 'without errors' 0 "$(findings >/dev/null; echo $?)"
is 'all are counted' "\"suppressed\":$known" \
  "$("$program" check -f json . | grep -o '"suppressed":[0-9]*}' | tr -d '}')"
is 'all are there' "$known" "$(count --no-baseline)"
is 'from another folder' '' "$(cd 镇街/2024 && "$program" check -f concise ../..)"
prints() { grep -o '"fingerprint":"[^"]*"' | sort; }
is 'formats agree' \
  "$(grep '"镇街/no-causes.txt"' .hegui-baseline.json | prints)" \
  "$(grep '"镇街/2024/no-causes.docx"' .hegui-baseline.json | prints)"
is 'encodings agree' \
  "$(grep '"themes.md"' .hegui-baseline.json | prints)" \
  "$(grep '"themes-gbk.txt"' .hegui-baseline.json | prints)"

# --- edits elsewhere, changed figures, a moved section, other numbers
cp -r "$texts" "$scratch/before"
sed -i -E '0,/^[^ ]{40,}/s/^([^ ]{40,}.*)$/\1另外走访了辖区企业，逐家听取意见。/' "$texts"/*.txt
publish
is 'an unrelated paragraph is edited' '' "$(findings)"
# One of two figures that are counted must stay one: figures in Chinese numerals are not.
sed -i -E 's/经费12万元/经费34万元/' "$texts"/thin.txt
sed -i -E 's/经费12万元/经费三千四百万元/; s/([0-9]+)件/1\1件/g' "$texts"/*.txt
publish
is 'figures change' '' "$(findings)"
awk '/^（三）规范街面执法/ {moved = $0; next} {print}
     /^（五）让普法走近居民/ {print ""; print moved}' "$texts/good.txt" |
  sed 's/^（四）就地/（三）就地/; s/^（五）让普法/（四）让普法/; s/^（三）规范/（五）规范/' >"$scratch/moved"
is 'the section is moved' 1 "$(grep -c '^（五）规范街面执法.*XX份' "$scratch/moved")"
cp "$scratch/moved" "$texts/good.txt"
publish
is 'a section moves and is numbered anew' '' "$(findings)"

# --- what is new
sed -i 's/^（二）把好.*/&新购设备××台。/' "$texts/good.txt"
cp "$texts/good.txt" 镇街/good.txt
is 'a new placeholder' 1 "$(count)"
is 'it is the new one' 1 "$(findings | grep -c '^镇街/good.txt:9:.*××.*gongwen/placeholder')"
is 'it makes the run fail' 1 "$(findings >/dev/null; echo $?)"
sed -i 's/^（五）规范.*/&另发放资料XX份。/' 镇街/good.txt
is 'words that are there already, once more' 2 "$(count)"
cp "$texts/good.txt" 镇街/good.txt

# --- prune
sed -i 's/另发放资料XX份/另发放资料90份/' "$texts/good.txt"
cp "$texts/good.txt" 镇街/good.txt
is 'verbose mentions what is gone' 1 \
  "$("$program" check -v -q -f concise . 2>&1 | grep -c '基线里有 1 条的问题已经没有了')"
before=$(entries)
"$program" baseline prune 镇街/2024 >/dev/null
is 'prune of other reports leaves it' "$before" "$(entries)"
"$program" baseline prune . >"$scratch/told"
is 'prune says what it takes out' '镇街/good.txt
  gongwen/placeholder  一、2025年推进法治政府建设的主要举措和成效 › （三）规范街面执法  “另发放资料XX份”' \
  "$(head -n 2 "$scratch/told")"
is 'prune takes out what is gone' $((before - 1)) "$(entries)"
is 'prune does not take up what is new' 1 "$(count)"
cp .hegui-baseline.json "$scratch/pruned"
"$program" baseline prune -r gongwen . >/dev/null
is 'rules that were not run stay' '' "$(cmp .hegui-baseline.json "$scratch/pruned" 2>&1)"
sed -i 's/另发放资料90份/另发放资料XX份/' "$texts/good.txt"
cp "$texts/good.txt" 镇街/good.txt
is 'what was taken out is new again' 2 "$(count)"
rm thin.md
"$program" baseline prune . >/dev/null
is 'a report that is deleted' 0 "$(grep -c '"thin.md"' .hegui-baseline.json)"
"$program" baseline write --accept-new 镇街/good.txt >/dev/null
is 'write of one report keeps the others' 1 "$(grep -c '"镇街/no-causes.txt".*fazhi/causes' .hegui-baseline.json)"
is 'and makes its findings known' '' "$(findings)"

# --- files that are none
is 'one that is not there' 2 "$("$program" check --baseline none.json . >/dev/null 2>&1; echo $?)"
for bad in '<<<<<<< HEAD' '{"version":1}' '{"hegui-baseline":3,"entries":[]}' \
  '{"hegui-baseline":1,"entries":[{"path":"a","rule":"b","fingerprint":"c","count":1}]}'; do
  printf '%s\n' "$bad" >bad.json
  for command in 'check' 'baseline write' 'baseline prune'; do
    # shellcheck disable=SC2086
    is "$command with $bad" $'bad.json:1:\n2' \
      "$("$program" $command --baseline bad.json . 2>&1 | grep -o '^bad.json:1:'; echo "${PIPESTATUS[0]}")"
    is "$command leaves $bad" "$bad" "$(cat bad.json)"
  done
done
rm bad.json
truncate -s 65M bad.json
is 'one that is too large' 'bad.json:1:1: error: 文件超过 64 MiB' \
  "$("$program" baseline show --baseline bad.json | head -n 1)"
rm bad.json

# --- a configuration that is wrong: nobody knows what holds, and nothing is changed
cp .hegui-baseline.json "$scratch/before-wrong"
mv themes.md "$scratch"
echo 'rulez: [fazhi]' >.hegui.yaml
for command in 'write .' 'prune .' 'show'; do
  # shellcheck disable=SC2086
  is "$command with a wrong configuration" $'.hegui.yaml:1:1: error: “rulez”\n2' \
    "$("$program" baseline $command | grep -o '^.hegui.yaml:1:1: error: “rulez”'; echo "${PIPESTATUS[0]}")"
  is "$command changes nothing" '' "$(cmp .hegui-baseline.json "$scratch/before-wrong" 2>&1)"
done
is 'show without it' 0 "$("$program" baseline show --no-config >/dev/null; echo $?)"
echo 'baseline: other.json' >"$scratch/other.yaml"
is 'show with another one' 1 \
  "$("$program" baseline show -c "$scratch/other.yaml" 2>&1 | grep -c 'other.json')"
rm .hegui.yaml
mv "$scratch/themes.md" .
mkdir 空
is 'prune where there are no reports' '没有找到报告，基线没有改动' \
  "$("$program" baseline prune 空 2>&1 | sed 's/^hegui: //')"
rmdir 空

# --- a report that cannot be read may be one that is gone
mv themes.md "$scratch"
echo 'no archive' >themes.docx
"$program" baseline prune . >/dev/null 2>&1
rm themes.docx
mv "$scratch/themes.md" .
is 'its findings stay known' '' "$(findings | grep '^themes.md')"

# --- a configuration that was found says where: nothing that others run
ln -s .git/hooks/link.json link.json
ln -s .. 镇街/up
mkdir -p .git/hooks
echo '{}' >.git/hooks/link.json
for path in .git/hooks/x .git/x.json .GIT/x.json 镇街/../.git/x.json 镇街/up/.git/x.json link.json \
  Makefile x.json.sh; do
  echo "baseline: $path" >.hegui.yaml
  is "$path is not written" $'.hegui.yaml:1:11: error: 不往\n2' \
    "$("$program" baseline write . | grep -o '^.hegui.yaml:1:11: error: 不往'; echo "${PIPESTATUS[0]}")"
done
is 'nothing is there' .git/hooks/link.json "$(find .git Makefile x.json* -type f 2>/dev/null)"
echo 'baseline: known/x.json' >.hegui.yaml
mkdir known
is 'another file is written' 0 "$("$program" baseline write . >/dev/null; echo $?)"
is 'and is there' known/x.json "$(find known -type f)"
rm -r .hegui.yaml known link.json 镇街/up .git/hooks
is 'nothing else is left' '' "$(find . -name '*.json*' ! -name .hegui-baseline.json)"

echo "$checked checked, $failed not as it should be"
((failed == 0))
