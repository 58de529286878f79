#!/usr/bin/env bash
# The hook, as pre-commit runs it: in a fresh repository whose commits it must stop or let pass.
#
#   pre_commit_test.sh PROGRAM MAKE_DOCX     exit 0: it does, 1: not, 77: pre-commit is not there
set -uo pipefail

program=$(realpath "$1") make_docx=$(realpath "$2")
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." >/dev/null && pwd)
for tool in pre-commit git; do
  command -v $tool >/dev/null || { echo "$tool is not there"; exit 77; }
done
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin"
ln -s "$program" "$scratch/bin/hegui"
# Nothing of the user's: no settings, no caches.
export PATH=$scratch/bin:$PATH HOME=$scratch PRE_COMMIT_HOME=$scratch/cache LC_ALL=C.UTF-8
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=$scratch/gitconfig COLUMNS=100
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE
git config --global user.name tester
git config --global user.email tester@localhost
git config --global init.defaultBranch main

failed=0
fail() {
  echo "FAILED: $*"
  [[ ! -e $scratch/log ]] || sed 's/^/  | /' "$scratch/log"
  failed=1
}

# --- a repository with the hook, and one that uses it

cd "$root" || exit 1
pre-commit validate-manifest .pre-commit-hooks.yaml || fail 'the manifest is not valid'
git init -q "$scratch/hegui"
cp .pre-commit-hooks.yaml "$scratch/hegui"
git -C "$scratch/hegui" add .
git -C "$scratch/hegui" commit -qm hook
git -C "$scratch/hegui" tag v1.0.0

git init -q "$scratch/reports"
cd "$scratch/reports" || exit 1
cat >.pre-commit-config.yaml <<END
repos:
  - repo: $scratch/hegui
    rev: v1.0.0
    hooks:
      - id: hegui
        args: [--format, concise]
        exclude: ^说明
END
pre-commit validate-config || fail 'the configuration is not valid'
pre-commit install >"$scratch/log" || fail 'cannot be installed'
mkdir 报送
echo '不是报告。' >说明.txt
git add -A

# --- what it says of commits

commit() { git commit -qm "$1" >"$scratch/log" 2>&1; }

passes() {
  git add -A
  commit "$1" || fail "$1: must pass"
}

stops() { # NAME PATTERN…
  local pattern name=$1
  shift
  git add -A
  if commit "$name"; then fail "$name: must be stopped"; fi
  for pattern in "$@"; do
    grep -q -E "$pattern" "$scratch/log" || fail "$name: does not say $pattern"
  done
  git reset -q --hard
}

passes 'other files'
grep -q 'no files to check' "$scratch/log" || fail 'what is excluded is not to be checked'
echo '草稿*' >.heguiignore
echo '还不是报告。' >报送/草稿.txt
passes 'what .heguiignore leaves out'

"$make_docx" "$root/examples/good.txt" 报送/临溪镇.docx
"$make_docx" "$root/examples/good.txt" '报送/城北 街道.DOCX'
printf '\x89PNG\r\n\x1a\n\0' >报送/印章.png
passes 'good reports'
grep -q 'Passed' "$scratch/log" || fail 'good reports are to be checked'

"$make_docx" "$root/examples/no-principals.txt" 报送/河东镇.docx
stops 'a bad report' '^报送/河东镇\.docx:[0-9]+:1: error: .*\[fazhi/first-responsible\]$' \
  'exit code: 1'

iconv -t GB18030 "$root/examples/no-principals.txt" >报送/河西镇.txt
stops 'a bad report in GB18030' '^报送/河西镇\.txt:35:1: error: '

echo '没有写完。' >报送/河北镇.md
stops 'what is no report' '^报送/河北镇\.md: error: .*\[not-understood\]$' 'exit code: 2'

# The other hook mends a report, and stops the commit so that somebody looks at it.
sed -i 's/id: hegui$/id: hegui-fix/' .pre-commit-config.yaml
passes 'the other hook'
sed '0,/。/s//。。/' "$root/examples/good.txt" >报送/河南镇.txt
git add -A
commit 'a report to mend' && fail 'a report that is mended must stop the commit'
grep -q 'files were modified by this hook' "$scratch/log" || fail 'pre-commit does not see the change'
cmp -s 报送/河南镇.txt "$root/examples/good.txt" || fail 'the report is not mended'
passes 'a report that was mended'
sed -i 's/id: hegui-fix$/id: hegui/' .pre-commit-config.yaml
passes 'the first hook again'

# Only what a commit touches is checked.
"$make_docx" "$root/examples/no-principals.txt" 报送/旧.docx
git add -A
git commit -qn -m 'past the hook'
cp 报送/临溪镇.docx 报送/新.docx
passes 'a good report beside an old bad one'

((failed == 0)) && echo 'the hook stops and lets pass what it must'
exit $failed
