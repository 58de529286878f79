# Standard input has the configuration of the name that it is given: the override lowers the rule.
cat weak.txt | sed "/^三、/,\$d" | hegui -f concise --stdin-filename configured/草稿/新.txt -
