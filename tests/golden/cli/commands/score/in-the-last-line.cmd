# The totals of check have the score of one report, and the mean of several.
hegui check -r score/rules.yaml score/甲镇.txt | tail -1
hegui check -r score/rules.yaml score/甲镇.txt score/丙镇.txt | tail -1
