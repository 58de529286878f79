hegui score -r score/rules.yaml --min-score nan score/丙镇.txt
