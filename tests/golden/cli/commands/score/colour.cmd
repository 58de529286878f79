# Colours of verdicts and grades.
hegui score -r score/rules.yaml --color always score/甲镇.txt score/乙镇.txt
