# Nothing is to be fixed.
hegui check --unsafe-fixes slips.txt
