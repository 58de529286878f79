# Which options explain has.
hegui explain --help | grep -o -e '--[a-z][a-z-]*' | sort -u
