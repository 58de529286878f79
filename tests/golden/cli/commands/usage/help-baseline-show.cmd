# The whole help of a command in a group.
hegui baseline show --help
english baseline show --help
