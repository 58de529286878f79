# The whole help of a small command.
hegui show --help
english show --help
