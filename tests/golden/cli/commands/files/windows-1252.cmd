# Text of older Windows programs, named by one of its names.
cd "$(mktemp -d)"
printf 'Summary\n\nThe caf\351 \223Old Mill\224 cost \2005.\n' >old.txt
for name in windows-1252 latin1 ISO-8859-1; do hegui show --plain --encoding $name old.txt; done
hegui show --lang en old.txt
