#!/usr/bin/env bash
# hegui in repositories: what --staged, --changed and --since take up, where the search for a
# configuration ends, and that a hostile repository neither runs programs nor shows other files.
#
#   git_test.sh PROGRAM MAKE_DOCX     exit 0: all as expected, 1: not, 77: there is no git
set -uo pipefail

program=$(realpath "$1") make_docx=$(realpath "$2")
command -v git >/dev/null || { echo 'git is not installed'; exit 77; }
scratch=$(realpath "$(mktemp -d)")
trap 'rm -rf "$scratch"' EXIT
# Inside a hook, git's own variables would lead to another repository.
unset "${!GIT_@}"
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null LC_ALL=C.UTF-8
export GIT_AUTHOR_NAME=x GIT_AUTHOR_EMAIL=x@example.org
export GIT_COMMITTER_NAME=x GIT_COMMITTER_EMAIL=x@example.org

failed=0 compared=0

# expect NAME EXPECTED COMMAND...: output and exit code.
expect() {
  local name=$1 expected=$2 actual status
  shift 2
  actual=$("$@" 2>&1)
  status=$?
  compared=$((compared + 1))
  diff -u --label "$name: expected" --label "$name: printed" \
    <(printf '%s\n' "$expected") <(printf '%s\n' "${actual:+$actual$'\n'}exit $status") ||
    failed=$((failed + 1))
}

# Only the places, with the rule of what is found there.
checked() {
  local status out
  out=$("$program" check -f concise "$@" 2>&1)
  status=$?
  [[ -z $out ]] || sed -E 's/: (error|warning): .*\[/ [/' <<<"$out"
  return "$status"
}

rules='hegui: 1
id: nianbao
title: 年度报告
requirements:
  - {id: plan, title: 下一步安排, severity: {missing: error}, found-by: [{heading: [安排]}]}'

report() { # good|bad
  local i
  printf '柳湾镇2025年度工作报告\n一、主要做法\n'
  for i in 民政 财政 农业 水利 文化 信访; do
    printf '镇%s办逐条梳理办事流程，公开办理时限和联系方式，接受群众评议，全年没有超期办理的情形。\n' "$i"
  done
  [[ $1 == bad ]] || printf '二、下一步安排\n新增持证人员六名，每季度公布典型案例。\n'
}

new_repository() { # FOLDER
  git init -q -b main "$1"
  cd "$1" || exit 1
  mkdir 规则
  printf '%s\n' "$rules" >规则/nianbao.yaml
  echo 'rules: [规则/nianbao.yaml]' >.hegui.yaml
}

commit() { git add -A && git commit -q -m x; }

# --- staged: the next commit's content, not the work tree's

new_repository "$scratch/暂存"
mkdir -p '年报 2025/旧'
report bad >'年报 2025/甲 镇.txt'
report good >'年报 2025/乙镇.txt'
git add '年报 2025'
report good >'年报 2025/甲 镇.txt'
report bad >'年报 2025/乙镇.txt'
expect 'staged, before the first commit' '年报 2025/甲 镇.txt:9:1 [nianbao/plan]
exit 1' checked --staged
cd '年报 2025' || exit 1
expect 'staged, from a folder below' '甲 镇.txt:9:1 [nianbao/plan]
exit 1' checked --staged
cd 旧 || exit 1
expect 'staged, from a folder beside' '../甲 镇.txt:9:1 [nianbao/plan]
exit 1' checked --staged
expect 'staged, below this folder' 'hegui: 什么都没有检查：没有找到报告
exit 2' checked --staged .
expect 'staged, that file' 'exit 0' checked --staged ../乙镇.txt
cd ../.. || exit 1
commit
report bad >旧名.txt
report bad >会删除.txt
report bad >$'怪\t名"字.txt'
commit
git mv 旧名.txt 新名.txt
git rm -q 会删除.txt
report bad >-q.txt
ln -s /etc/hostname 链接.txt
echo 不是报告 >说明.log
git add -A
expect 'staged: renamed, deleted, a link, no report' '-q.txt:9:1 [nianbao/plan]
新名.txt:9:1 [nianbao/plan]
exit 1' checked --staged
commit
expect 'nothing is staged' 'hegui: 什么都没有检查：没有找到报告
exit 2' checked --staged
expect 'nothing is staged, which may be' 'hegui: 什么都没有检查：没有找到报告
exit 0' checked --staged --allow-empty

# As a hook, where git says in its variables which index is meant: here one of two staged files.
printf '#!/bin/sh\nexec "%s" check -q -f concise --staged\n' "$program" >.git/hooks/pre-commit
chmod +x .git/hooks/pre-commit
report good >'年报 2025/乙镇.txt'
report bad | sed 's/没有/未有/' >新名.txt
git add -A
expect 'hook, of the good file' 'exit 0' git commit -q -m x '年报 2025/乙镇.txt'
expect 'hook, of all' '新名.txt:9:1: error: 缺少“下一步安排”，应补在正文末尾 [nianbao/plan]
exit 1' git commit -q -a -m x

# --- changed, since

new_repository "$scratch/改动"
printf '%s\n' 忽略.txt >.gitignore
for name in 没变 改了 删了 暂存了 强加; do report bad >"$name.txt"; done
commit
touch 没变.txt
report bad | sed 's/六/七/; s/没有/未有/' >改了.txt
rm 删了.txt
report bad | sed 's/没有/未有/' >暂存了.txt
git add 暂存了.txt
report bad >'新 的.txt'
report bad >忽略.txt
expect 'changed' '改了.txt:9:1 [nianbao/plan]
新 的.txt:9:1 [nianbao/plan]
暂存了.txt:9:1 [nianbao/plan]
exit 1' checked --changed
echo 新* >.heguiignore
expect 'changed, and not left out' '改了.txt:9:1 [nianbao/plan]
暂存了.txt:9:1 [nianbao/plan]
exit 1' checked --changed
git add -f 忽略.txt
expect 'staged although .gitignore has it' '忽略.txt:9:1 [nianbao/plan]
暂存了.txt:9:1 [nianbao/plan]
exit 1' checked --staged
rm .heguiignore
git reset -q --hard
git checkout -q -b 分支
report bad >分支上.txt
commit
git checkout -q main
report bad >主干上.txt
commit
git checkout -q 分支
report bad >还没提交.txt
expect 'since the branch left main' '分支上.txt:9:1 [nianbao/plan]
新 的.txt:9:1 [nianbao/plan]
还没提交.txt:9:1 [nianbao/plan]
exit 1' checked --since main
expect 'since what is no commit' 'hegui: “没有这个”不是提交、分支或标签；浅克隆里可能没有它
exit 2' checked --since 没有这个
expect 'since what looks like an option' 'hegui: “--output=x”不是提交
exit 2' checked --since=--output=x

mkdir "$scratch/不是仓库"
cd "$scratch/不是仓库" || exit 1
expect 'no repository' 'hegui: 当前文件夹不在 git 仓库里
exit 2' checked --staged
expect 'no git' 'hegui: 没有找到程序“git”
exit 2' env PATH=/nowhere "$program" --staged

# --- the search ends at the folder with .git, nearest wins

echo 'fail-on: never' >"$scratch/.hegui.yaml"
new_repository "$scratch/边界"
mkdir -p 甲/乙 丙
report bad | tee 甲/乙/报告.txt >丙/报告.txt
echo 'fail-on: never' >甲/.hegui.yaml
# shellcheck disable=SC2016  # The inner shell is to expand it.
expect 'nearest configuration' "甲/.hegui.yaml
exit 0" bash -c '"$0" config -f json 甲/乙/报告.txt | grep -o "甲/.hegui.yaml" | head -1' "$program"
expect 'not above the repository' '丙/报告.txt:9:1 [nianbao/plan]
甲/乙/报告.txt [not-understood]
exit 2' checked 丙 甲
printf '%s\n' 'extends: ../.hegui.yaml' 'overrides:' '  - {files: 乙/, fail-on: never}' >甲/.hegui.yaml
expect 'nearest configuration, which builds on the outer one' '甲/乙/报告.txt:9:1 [nianbao/plan]
exit 0' checked 甲
rm .hegui.yaml
mkfifo .gitignore
ln -s "$scratch/外面" .heguiignore
expect 'ignore files that are none' '丙/报告.txt [not-understood]
exit 2' timeout 10 bash -c "$(declare -f checked); program='$program'; checked 丙"
rm .gitignore .heguiignore
cd .. && rm .hegui.yaml

# --- a configuration that was found leads nowhere outside

mkdir "$scratch/外面"
printf 'secret: 口令\n' >"$scratch/外面/secret.yaml"
printf '%s\nsecret: 口令\n' "$rules" >"$scratch/外面/rules.yaml"
refused() { # NAME FILE LINE...: writes the lines to the file, and asks for a check
  local name=$1 file=$2 out status
  shift 2
  rm -f .hegui.yaml
  printf '%s\n' "$@" >"$file"
  [[ $file == .hegui.yaml ]] || echo "rules: [$file]" >.hegui.yaml
  out=$("$program" 丙/报告.txt 2>&1)
  status=$?
  compared=$((compared + 1))
  if [[ $status != 2 || $out == *口令* || $out != *"$file:"* ]]; then
    printf '%s: exit %s\n%s\n' "$name" "$status" "$out"
    failed=$((failed + 1))
  fi
}
cd "$scratch/边界" || exit 1
ln -s "$scratch/外面/rules.yaml" 规则/链接.yaml
ln -s "$scratch/外面" 规则/外面
refused 'absolute path' .hegui.yaml "rules: [$scratch/外面/rules.yaml]"
refused 'path that goes up' .hegui.yaml 'rules: [../外面/rules.yaml]'
refused 'path that goes up and down' .hegui.yaml 'rules: [规则/../../外面/rules.yaml]'
refused 'link to a file' .hegui.yaml 'rules: [规则/链接.yaml]'
refused 'link to a folder' .hegui.yaml 'rules-path: [规则/外面]' 'rules: [rules]'
refused 'folder with a link' .hegui.yaml 'rules-path: [规则]' 'rules: [链接]'
refused 'extended configuration' .hegui.yaml 'extends: [../外面/secret.yaml]'
refused 'baseline' .hegui.yaml 'baseline: ../外面/secret.yaml'
refused 'in an override' .hegui.yaml 'overrides:' '  - {files: "*", rules: [../外面/rules.yaml]}'
refused 'extended rule set' 规则/甲.yaml "$rules" 'extends: [../../外面/rules.yaml]'
refused 'extended rule set, absolute' 规则/甲.yaml "$rules" "extends: [$scratch/外面/rules.yaml]"
refused 'extended rule set, by link' 规则/甲.yaml "$rules" 'extends: [链接]'
rm .hegui.yaml
ln -s "$scratch/外面/secret.yaml" .hegui.yaml
# shellcheck disable=SC1111  # They are Chinese quotes.
expect 'configuration that is a link' "hegui: .hegui.yaml：通到“$scratch/边界”之外，不读
exit 2" "$program" 丙/报告.txt
rm .hegui.yaml
mkfifo .hegui.yaml
expect 'configuration that is a pipe' 'hegui: .hegui.yaml：不是文件
exit 2' timeout 10 "$program" 丙/报告.txt
rm .hegui.yaml
printf 'rules: [%s]\n' "$scratch/外面/../边界/规则/nianbao.yaml" >"$scratch/外面/named.yaml"
expect 'what the user names may lie anywhere' '丙/报告.txt:9:1 [nianbao/plan]
exit 1' checked -c ../外面/named.yaml 丙/报告.txt

# --- a hostile repository runs no program

new_repository "$scratch/恶意"
report bad >报告.txt
report good >好.txt
commit
report bad | sed 's/没有/未有/' >报告.txt
git add 报告.txt
report bad >报告.txt
git update-index --cacheinfo 100644,1234567890123456789012345678901234567890,好.txt
cat >"$scratch/run" <<EOF
#!/bin/sh
echo "\$0 \$*" >>"$scratch/ran"
EOF
chmod +x "$scratch/run"
mkdir .git/evil && for hook in post-index-change pre-commit reference-transaction; do
  cp "$scratch/run" ".git/evil/$hook"
done
echo '*.txt diff=evil filter=evil' >.gitattributes
git config core.fsmonitor "$scratch/run"
git config core.hooksPath .git/evil
git config core.pager "$scratch/run"
git config core.sshCommand "$scratch/run"
git config diff.external "$scratch/run"
git config diff.evil.command "$scratch/run"
git config diff.evil.textconv "$scratch/run"
git config filter.evil.clean "$scratch/run"
git config filter.evil.smudge "$scratch/run"
git config filter.evil.required true
git config 'filter.a=b.c.process' "$scratch/run"
git config alias.diff "!$scratch/run"
git config alias.status "!$scratch/run"
git config remote.origin.url "ext::$scratch/run"
git config remote.origin.promisor true
git config remote.origin.partialclonefilter blob:none
git config protocol.ext.allow always
git config extensions.partialClone origin
printf '*.txt filter=a=b.c\n' >.git/info/attributes
rm -f "$scratch/ran"
runs_nothing() { # NAME EXPECTED OPTION...
  local name=$1 expected=$2
  shift 2
  expect "$name" "$expected" checked "$@"
  if [[ -e $scratch/ran ]]; then
    echo "$name: something ran:" && cat "$scratch/ran"
    rm "$scratch/ran"
    failed=$((failed + 1))
  fi
}
runs_nothing 'hostile, changed' '报告.txt:9:1 [nianbao/plan]
exit 1' --changed
runs_nothing 'hostile, since' '报告.txt:9:1 [nianbao/plan]
exit 1' --since HEAD
runs_nothing 'hostile, staged, with an object that a partial clone would fetch' '好.txt [unreadable]
报告.txt:9:1 [nianbao/plan]
exit 2' --staged
# The trap works: git itself falls into it.
timeout 10 git status >/dev/null 2>&1 </dev/null
if [[ ! -e $scratch/ran ]]; then
  echo 'the hostile repository is harmless, so it tests nothing'
  failed=$((failed + 1))
fi

# --- side files: a commit of one checks its report, and one without a report is told

new_repository "$scratch/旁注"
report bad >甲镇.txt
report bad >乙镇.txt
commit
printf 'suppress:\n  - {rule: nianbao/plan, reason: 已并入别的文件}\n' >甲镇.txt.hegui.yaml
git add -A
expect 'staged: a side file alone, and it holds' 'exit 0' checked --staged
sed -i 's/plan/palm/' 甲镇.txt.hegui.yaml
git add -A
expect 'staged: a side file alone, and it is wrong' '甲镇.txt [unreadable]
甲镇.txt.hegui.yaml:2:12: error: 没有规则叫“nianbao/palm”，是不是“nianbao/plan”？
exit 2' checked --staged
sed -i 's/palm/plan/' 甲镇.txt.hegui.yaml
expect 'changed: a side file alone' 'exit 0' checked --changed
expect 'named, as a hook does' 'exit 0' checked 甲镇.txt.hegui.yaml
commit
git tag with-side-file
git rm -q 甲镇.txt.hegui.yaml
for how in --staged --changed '--since with-side-file'; do
  # shellcheck disable=SC2086
  expect "a side file is deleted: $how" '甲镇.txt:9:1 [nianbao/plan]
exit 1' checked $how
done
git rm -q 甲镇.txt
expect 'with its report' 'hegui: 什么都没有检查：没有找到报告
exit 2' checked --staged
git reset -q --hard
git mv 甲镇.txt 甲镇2025.txt
git rm -q 乙镇.txt
lost='甲镇.txt.hegui.yaml:1:1: warning: 旁边没有“甲镇.txt”，这里写的都没有用上；如果它是“甲镇2025.txt”的，请改名为“甲镇2025.txt.hegui.yaml”'
expect 'a side file that lost its report' "甲镇2025.txt:9:1 [nianbao/plan]
$lost
exit 1" checked .
expect 'named' "hegui: 什么都没有检查：没有找到报告
$lost
exit 2" checked 甲镇.txt.hegui.yaml
git mv 甲镇.txt.hegui.yaml 甲镇2025.txt.hegui.yaml
expect 'renamed with it' 'exit 0' checked .

# --- changed passages: only what a change brought

new_repository "$scratch/段落"
report bad >甲镇.txt
report bad >乙镇.txt
"$make_docx" 甲镇.txt 丙镇.docx
report bad | sed 's/各*办/站/; s/接受群众评议/请群众打分/' >己镇.txt
commit
git tag base
"$make_docx" 己镇.txt 己镇.docx
git rm -q 己镇.txt
sed -i 's/财政办逐条/财政办又逐条/' 甲镇.txt
"$make_docx" 甲镇.txt 丙镇.docx
git mv 乙镇.txt 乙镇2025.txt
report bad | sed 's/^镇.*/柳湾镇把清单贴到每个村口，群众先看清单再去窗口，全年没有人跑第二趟，也没有收到投诉。/' >丁镇.txt
report good >戊镇.txt
git add -A
expect 'since, whole reports' '丁镇.txt:9:1 [nianbao/plan]
丙镇.docx:9:1 [nianbao/plan]
乙镇2025.txt:9:1 [nianbao/plan]
己镇.docx:9:1 [nianbao/plan]
甲镇.txt:9:1 [nianbao/plan]
exit 1' checked --since base
expect 'since, changed passages' '丁镇.txt:9:1 [nianbao/plan]
exit 1' checked --since base --changed-passages
commit
report bad >戊镇.txt
expect 'since the last commit: what became worse' '戊镇.txt:9:1 [nianbao/plan]
exit 1' checked --since HEAD --changed-passages
without_commit() {
  "$program" check --changed-passages . 2>&1 | sed 's/^hegui: //'
  return "${PIPESTATUS[0]}"
}
expect 'without a commit to compare with' '用 --changed-passages 时还要有 --since
运行 hegui check --help 看用法
exit 2' without_commit

# --- names as git quotes them

git checkout -q -f
report bad >$'怪\t"名.txt'
git add -A
git diff --cached --name-only >"$scratch/names"
expect 'quoted names' "$(printf '怪 "名.txt:9:1 [nianbao/plan]\nexit 1')" \
  checked --files-from "$scratch/names"

# --- git diff of DOCX, as the README says

printf '*.docx diff=hegui\n' >.gitattributes
git config diff.hegui.textconv "$program show --plain"
sed -i 's/文化办逐条/文化办再逐条/' 甲镇.txt
"$make_docx" 甲镇.txt 丙镇.docx
diff_of_docx() { git diff -U0 丙镇.docx | grep -oE '^[-+]镇文化办再?逐条'; }
expect 'a diff of DOCX' '-镇文化办逐条
+镇文化办再逐条
exit 0' diff_of_docx

echo "$compared runs, $failed not as expected"
((compared > 0 && failed == 0))
