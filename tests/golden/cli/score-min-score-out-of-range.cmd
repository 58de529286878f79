hegui score -r score/rules.yaml --min-score 101 score/丙镇.txt
