# exclude is for folders: a named file is checked, unless --force-exclude; --no-ignore lifts it.
hegui -f concise configured/旧/缺.txt; hegui -f concise --force-exclude configured/旧/缺.txt configured/缺.txt; hegui -f concise --no-ignore configured
