# Which options check has: a new one is seen here.
hegui check --help | grep -o -e '--[a-z][a-z-]*' | sort -u
