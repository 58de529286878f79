# A score below --min-score: told, exit code 1.
hegui score -r score/rules.yaml --min-score 75 score/丙镇.txt | tail -1
