hegui show --help
