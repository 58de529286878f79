# Without arguments: what can be given, exit code 2.
hegui 2>&1 | head -1 | sed 's/命令：.*/命令：…/'
english 2>&1 | head -1 | sed 's/command: .*/command: …/'
