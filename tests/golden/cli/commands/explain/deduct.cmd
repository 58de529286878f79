# What a rule takes off the score.
hegui explain -r score/rules.yaml nianbao/gap
