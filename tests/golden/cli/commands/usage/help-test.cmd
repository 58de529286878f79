# Which options test has.
hegui test --help | grep -o -e '--[a-z][a-z-]*' | sort -u
