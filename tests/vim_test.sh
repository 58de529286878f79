#!/usr/bin/env bash
# The function for Vim in the README: the quickfix list must lead to the characters that hegui means.
#
#   vim_test.sh PROGRAM     exit 0: it does, 1: not, 77: there is no Vim with +eval
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." >/dev/null && pwd)
program=$(realpath "$1")
vim --version 2>/dev/null | grep -q '+eval' || { echo 'there is no Vim with +eval'; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin" "$scratch/报送 2024"
ln -s "$program" "$scratch/bin/hegui"
export PATH=$scratch/bin:$PATH HOME=$scratch LC_ALL=C.UTF-8
cd "$scratch" || exit 1
cp "$root/examples/no-causes.txt" "报送 2024/一.txt"
cp "$root/examples/thin.txt" 二.txt
: >三.txt

# shellcheck disable=SC2016
sed -n '/^```vim$/,/^```$/p' "$root/README.md" | sed '1d; $d' >hegui.vim
cat >test.vim <<'END'
set encoding=utf-8
source hegui.vim
Hegui 报送\ 2024/一.txt 二.txt 三.txt
let found = []
for item in getqflist()
  let text = get(getbufline(item.bufnr, item.lnum), 0, '')
  call add(found, printf('%s:%d: %s: %s', bufname(item.bufnr), item.lnum, item.type,
    \ strcharpart(strpart(text, item.col - 1), 0, 2)))
endfor
call writefile(found, 'found')
qall!
END
timeout 60 vim -N -u NONE -i NONE -es -S test.vim </dev/null

# In a UTF-8 locale bash counts characters, too.
hegui check -f concise '报送 2024/一.txt' 二.txt 三.txt |
  while IFS=: read -r file line column severity _; do
    if [[ $line == *[!0-9]* ]]; then
      echo "$file:0: ${line:1:1}: "
    else
      text=$(sed -n "${line}p" "$file")
      text=${text%$'\r'}
      echo "$file:$line: ${severity:1:1}: ${text:column-1:2}"
    fi
  done >expected
diff -u --label expected --label 'in the quickfix list' expected found && echo "$(wc -l <found) places found"
