# SET may be left out for rules list, and not for rules check.
hegui rules list --help | sed -n 2,5p; hegui rules check --help | sed -n 2,5p
