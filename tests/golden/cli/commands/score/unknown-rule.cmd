# An unknown id is an error, with what was probably meant.
hegui score -r score/rules.yaml --select nianbao/works score/甲镇.txt
