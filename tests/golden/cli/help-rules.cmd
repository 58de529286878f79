hegui rules --help | grep -o -e '--[a-z][a-z-]*' | sort -u
