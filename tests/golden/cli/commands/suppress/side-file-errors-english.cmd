# Errors of a side file, in English.
hegui check -r demo.yaml -f concise --lang en suppress/broken.txt
