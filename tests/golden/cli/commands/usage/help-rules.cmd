# The help of a group lists its commands.
hegui rules --help
english rules --help
