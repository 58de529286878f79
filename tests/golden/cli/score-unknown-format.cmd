hegui score -r score/rules.yaml -f html score/甲镇.txt
