hegui show --help | grep -o -e '--[a-z][a-z-]*' | sort -u
