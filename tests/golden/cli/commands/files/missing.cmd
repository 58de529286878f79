# A file that is not there: told with the others, exit code 2.
hegui check -r demo.yaml nowhere.txt
