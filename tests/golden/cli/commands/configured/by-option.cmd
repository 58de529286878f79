# The one that is named holds for every report. After an option, config is a file, not the command.
hegui -c configured/.hegui.yaml -f concise good.txt bad.txt configured/草稿/缺.txt; hegui -c configured/.hegui.yaml config 2>&1 | head -1
