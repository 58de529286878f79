# outline takes the rule set of the configuration.
hegui outline configured/草稿/缺.txt | grep nianbao
