# What is no report has no score, not zero.
hegui score -r score/rules.yaml score/丁镇.txt
