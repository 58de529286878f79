hegui outline --help | grep -o -e '--[a-z][a-z-]*' | sort -u
