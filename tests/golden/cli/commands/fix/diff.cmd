# What would be mended, and nothing is written: exit code 1.
hegui check --no-config -r gongwen --diff slips.txt
