# Only selected rules are scored.
hegui score -r score/rules.yaml --select nianbao/work,nianbao/gap score/乙镇.txt
