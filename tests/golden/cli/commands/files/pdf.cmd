# A PDF is read by pdftotext, which may not be there, may refuse, and finds no words in a scan.
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
printf '%%PDF-1.7\n' >"$folder/乙镇.pdf"
cd "$folder"
echo '-- not installed'
PATH=$folder hegui show 乙镇.pdf
says() { # WORDS STATUS
  printf '#!/bin/sh\ncat >/dev/null\necho "%s" >&2\nexit %s\n' "$1" "$2" >pdftotext
  chmod +x pdftotext
  echo "-- $1"
  PATH=$folder:$PATH hegui show 乙镇.pdf
}
says 'Command Line Error: Incorrect password' 1
says 'Copying of text from this document is not allowed.' 3
says "Syntax Error: Couldn't find trailer dictionary" 1
prints() { # PAGES
  printf '#!/bin/sh\necho "<html><body><doc>%s</doc></body></html>"\n' "$1" >pdftotext
  chmod +x pdftotext
  PATH=$folder:$PATH hegui check -r fazhi -f concise 乙镇.pdf
}
echo '-- no pages'
prints ''
echo '-- pages without words'
prints '<page/><page/><page/>'
echo '-- what is no XML'
prints '<page'
