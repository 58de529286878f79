hegui rules --help
