# The sheet of one report in English.
hegui score -r score/rules.yaml --lang en score/乙镇.txt
