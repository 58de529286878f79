hegui --help | sed -n 's/^  \([a-z]*\)  .*/\1/p'
