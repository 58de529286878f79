# The whole help of a command with forms and exit codes.
hegui score --help
english score --help
