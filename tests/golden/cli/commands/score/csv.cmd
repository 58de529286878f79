# The table, best first; an unreadable file is told beside it.
hegui score -r score/rules.yaml -f csv score picture.png
