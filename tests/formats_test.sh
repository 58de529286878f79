#!/usr/bin/env bash
# A report says the same in every format: the examples, written once as text, are turned into other
# encodings, Markdown, HTML and DOCX, and must get the same verdicts, messages and quotes.
#
#   formats_test.sh PROGRAM MAKE_DOCX     exit 0: all alike, 1: not
set -uo pipefail

program=$(realpath "$1") make_docx=$(realpath "$2")
cd "$(dirname "${BASH_SOURCE[0]}")/../examples" || exit 1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Verdicts, messages and quotes, but no places: a line is another one in another format.
findings() {
  "$program" check --rules fazhi --format json "$1" |
    grep -oE '"(id|verdict|rule|severity|message|quote)":"([^"\\]|\\.)*"'
}

to_html() {
  printf '<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title></head><body>\n'
  printf '<div class="nav"><a href="/">首页</a> <a href="/a">政务公开</a></div>\n<div class="TRS_Editor">\n'
  sed -E 's/&/\&amp;/g; s/</\&lt;/g; /^[[:space:]]*$/d; s#^(.*)$#<p>\1</p>#' "$1"
  printf '</div></body></html>\n'
}

failed=0 compared=0
compare() { # NAME FILE
  compared=$((compared + 1))
  if ! diff -u --label "$1 as text" --label "$1" "$scratch/expected" <(findings "$2"); then
    failed=$((failed + 1))
  fi
}

for report in good no-causes no-principals themes thin unnumbered; do
  findings "$report.txt" >"$scratch/expected"
  for encoding in GB18030 UTF-16LE UTF-16BE; do
    iconv -f UTF-8 -t "$encoding" "$report.txt" >"$scratch/$encoding.txt"
    compare "$report in $encoding" "$scratch/$encoding.txt"
  done
  # Each paragraph on its own, as Markdown wants it.
  sed 's/$/\n/' "$report.txt" >"$scratch/$report.md"
  compare "$report.md" "$scratch/$report.md"
  to_html "$report.txt" >"$scratch/$report.html"
  compare "$report.html" "$scratch/$report.html"
  iconv -f UTF-8 -t GB18030 "$scratch/$report.html" | sed 's/charset="utf-8"/charset="gbk"/' \
    >"$scratch/gbk.html"
  compare "$report.html in GBK" "$scratch/gbk.html"
  "$make_docx" "$report.txt" "$scratch/$report.docx" || exit 1
  compare "$report.docx" "$scratch/$report.docx"
  # Content wins over the extension.
  cp "$scratch/$report.docx" "$scratch/wrongly-named.doc"
  compare "$report.docx named .doc" "$scratch/wrongly-named.doc"
done
echo "$compared compared, $failed differ"
((failed == 0))
