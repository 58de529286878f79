# A file that is not there: exit code 2.
hegui show nowhere.txt
