hegui -f concise configured
