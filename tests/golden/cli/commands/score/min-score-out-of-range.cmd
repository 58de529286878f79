# Points go from 0 to 100.
hegui score -r score/rules.yaml --min-score 101 score/丙镇.txt
