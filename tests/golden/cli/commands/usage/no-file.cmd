# check without a report is wrong usage.
hegui check 2>&1 | head -1
english check 2>&1 | head -1
