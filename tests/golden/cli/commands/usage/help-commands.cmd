# Which commands there are, in the order of their table.
hegui --help | sed -n 's/^  \([a-z][a-z]*\)  .*/\1/p'
