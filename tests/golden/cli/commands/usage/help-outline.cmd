# Which options outline has.
hegui outline --help | grep -o -e '--[a-z][a-z-]*' | sort -u
