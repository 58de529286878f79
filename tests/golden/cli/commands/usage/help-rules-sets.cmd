# SET may be left out for rules list, and not for rules check.
english rules list --help | sed -n 2,5p; english rules check --help | sed -n 2,5p
