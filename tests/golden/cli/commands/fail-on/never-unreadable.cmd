# never is for findings: a file that is not read is still exit code 2.
hegui check -r demo.yaml -f concise --fail-on never picture.png bad.txt
