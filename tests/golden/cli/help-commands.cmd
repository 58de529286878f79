hegui --help | sed -n 's/^  \([a-z][a-z]*\)  .*/\1/p'
