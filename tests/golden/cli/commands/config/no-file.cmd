# Without a configuration: defaults, and that there is none.
hegui config --no-config
