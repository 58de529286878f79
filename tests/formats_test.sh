#!/usr/bin/env bash
# A report says the same in every format: the examples, written once as text, are turned into other
# encodings, Markdown, HTML, DOCX, ODT and OFD, and must get the same verdicts, messages and quotes, in the
# same order. Only places differ: a line is another one in another format, and a DOCX has headings
# and pages. An OFD has them cut into lines on pages, in the order of reading and in another. Converters may not lose more than that either; numbers that Word counts are not tried
# with them, because pandoc drops them and LibreOffice makes HTML lists of them, and both write
# deleted text.
#
#   formats_test.sh PROGRAM MAKE_DOCX           what this script and MAKE_DOCX write
#   formats_test.sh PROGRAM MAKE_DOCX soffice   what LibreOffice makes of text
#   formats_test.sh PROGRAM MAKE_PDF pdftotext  what MAKE_PDF lays out on pages
#   formats_test.sh PROGRAM MAKE_DOCX pandoc    what pandoc makes of Markdown
#
# Exit 0: all alike, 1: not, 77: the converter is absent.
set -uo pipefail

program=$(realpath "$1") make_docx=$(realpath "$2") writer=${3:-ours}
[[ $writer == ours ]] || command -v "$writer" >/dev/null || exit 77
cd "$(dirname "${BASH_SOURCE[0]}")/../examples" || exit 1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

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
compare() { # REPORT FILE
  compared=$((compared + 1))
  if ! diff -u --label "$1 as text" --label "${2##*/} by $writer" \
    <(findings "$1.txt") <(findings "$2"); then
    failed=$((failed + 1))
  fi
}

ours() { # REPORT
  local encoding type
  for encoding in GB18030 UTF-16LE UTF-16BE; do
    iconv -f UTF-8 -t "$encoding" "$1.txt" >"$scratch/$1.$encoding.txt"
    compare "$1" "$scratch/$1.$encoding.txt"
  done
  compare "$1" "$scratch/$1.md"
  to_html "$1.txt" >"$scratch/$1.html"
  compare "$1" "$scratch/$1.html"
  iconv -f UTF-8 -t GB18030 "$scratch/$1.html" | sed 's/charset="utf-8"/charset="gbk"/' \
    >"$scratch/$1.gbk.html"
  compare "$1" "$scratch/$1.gbk.html"
  compare "$1" "$scratch/$1.docx"
  for type in odt ofd shuffled.ofd; do
    "$make_docx" "$1.txt" "$scratch/$1.$type" || exit 1
    compare "$1" "$scratch/$1.$type"
  done
  # Content wins over the extension.
  cp "$scratch/$1.docx" "$scratch/$1.doc"
  compare "$1" "$scratch/$1.doc"
}

soffice_to() { # TYPE FILE...
  local type=$1 report
  shift
  # A profile of its own, or a LibreOffice that is open gets the files.
  soffice --headless -env:UserInstallation="file://$scratch/profile" \
    --infilter='Text (encoded):UTF8,LF,,,' --convert-to "$type" --outdir "$scratch/out" "$@" \
    >"$scratch/log" 2>&1 || { cat "$scratch/log"; exit 1; }
  for report in "${reports[@]}"; do compare "$report" "$scratch/out/$report.$type"; done
}

pandoc_to() { # REPORT TYPE
  pandoc --standalone --metadata title=x --from markdown "$scratch/$1.md" \
    --output "$scratch/$1.pandoc.$2" || exit 1
  compare "$1" "$scratch/$1.pandoc.$2"
}

reports=(good no-causes no-principals themes thin unnumbered)
for report in "${reports[@]}"; do
  # Each paragraph on its own, as Markdown wants it.
  sed 's/$/\n/' "$report.txt" >"$scratch/$report.md"
  [[ $writer == pdftotext ]] || "$make_docx" "$report.txt" "$scratch/$report.docx" || exit 1
done
case $writer in
  pdftotext)
    for report in "${reports[@]}"; do
      "$make_docx" "$report.txt" "$scratch/$report.pdf" || exit 1
      compare "$report" "$scratch/$report.pdf"
    done
    ;;
  ours) for report in "${reports[@]}"; do ours "$report"; done ;;
  soffice)
    soffice_to docx "${reports[@]/%/.txt}"
    soffice_to odt "${reports[@]/%/.txt}"
    soffice_to fodt "${reports[@]/%/.txt}"
    soffice_to html "${reports[@]/%/.txt}"
    ! command -v pdftotext >/dev/null || soffice_to pdf "${reports[@]/%/.txt}"
    ;;
  pandoc)
    for report in "${reports[@]}"; do
      pandoc_to "$report" docx
      pandoc_to "$report" odt
      pandoc_to "$report" html
    done
    ;;
esac
echo "$compared compared, $failed differ"
((compared > 0 && failed == 0))
