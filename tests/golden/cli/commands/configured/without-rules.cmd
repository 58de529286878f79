# A rule set that is not there is an error at its place in the configuration.
hegui rules-not-there
