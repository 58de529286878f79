hegui 2>&1 | head -1 | sed 's/command: .*/command: …/'
