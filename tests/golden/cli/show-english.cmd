hegui show --lang en no-such-file.txt
