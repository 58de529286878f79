hegui score -r score/rules.yaml score/丁镇.txt
