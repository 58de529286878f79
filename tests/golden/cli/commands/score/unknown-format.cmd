# A form that there is not: the message lists those that there are.
hegui score -r score/rules.yaml -f html score/甲镇.txt
