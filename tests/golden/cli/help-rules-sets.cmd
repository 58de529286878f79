hegui rules list --help | sed -n 2,5p; hegui rules check --help | sed -n 2,5p
