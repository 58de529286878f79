hegui check -r score/rules.yaml score/甲镇.txt | tail -1
hegui check -r score/rules.yaml score/甲镇.txt score/丙镇.txt | tail -1
