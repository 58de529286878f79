# The mended report on standard output, in its encoding, and what remains on standard error.
iconv -t GB18030 slips.txt | hegui check --no-config -r gongwen -q --fix - | iconv -f GB18030
