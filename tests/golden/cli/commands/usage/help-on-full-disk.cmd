# Help that nobody can read is no success.
hegui --help >/dev/full
