hegui score -r score/rules.yaml --select nianbao/works score/甲镇.txt
