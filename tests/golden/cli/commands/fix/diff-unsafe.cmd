# Guesses, too.
hegui check --no-config -r gongwen --diff --unsafe-fixes slips.txt
