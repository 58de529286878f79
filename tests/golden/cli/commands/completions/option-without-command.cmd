# A line without a command is one of check, and so are its options.
hegui __complete =--fi
