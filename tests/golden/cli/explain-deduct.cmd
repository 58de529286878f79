hegui explain -r score/rules.yaml nianbao/gap
