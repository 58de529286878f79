hegui check --staged --changed 2>&1 | head -1
