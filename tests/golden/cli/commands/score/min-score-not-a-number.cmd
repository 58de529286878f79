# nan is no number of points.
hegui score -r score/rules.yaml --min-score nan score/丙镇.txt
