hegui baseline show --help
