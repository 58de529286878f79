# A report of another year than was asked for is listed apart; --set year= says what year it is of.
hegui score -r score/rules.yaml --year 2024 score/甲镇.txt
hegui score -r score/rules.yaml --year 2024 --set year=2024 score/甲镇.txt | tail -1
hegui score -r score/rules.yaml --year MMXXIV score/甲镇.txt
