# Everything for programs, with a report that has no rank.
hegui score -r score/rules.yaml -f json score/乙镇.txt score/丁镇.txt
