# A score above --min-score: exit code 0.
hegui score -r score/rules.yaml --min-score 70 score/丙镇.txt | tail -1
