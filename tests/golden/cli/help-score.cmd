hegui score --help
