# rules, severity, overrides and exclude of a configuration, over a folder.
hegui -f concise configured
