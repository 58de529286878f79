# On a narrow terminal the columns' legend is wrapped.
COLUMNS=48 hegui score -r score/rules.yaml score/甲镇.txt score/乙镇.txt
