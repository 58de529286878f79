# The name and the version, and nothing else.
hegui --version
