hegui score -r score/rules.yaml --min-score 75 score/丙镇.txt | tail -1
