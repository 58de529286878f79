# Errors follow --lang.
hegui show --lang en no-such-file.txt
