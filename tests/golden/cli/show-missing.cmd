hegui show nowhere.txt
