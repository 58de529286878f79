hegui score -r score/rules.yaml score/乙镇.txt
