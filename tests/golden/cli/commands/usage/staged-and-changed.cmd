# The three sources in git exclude each other.
hegui check --staged --changed 2>&1 | head -1
english check --staged --changed 2>&1 | head -1
