# Only one form can be printed.
hegui score -r score/rules.yaml -f text -f csv score/甲镇.txt
