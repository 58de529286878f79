# An error is at error.
hegui check -r demo.yaml -f concise --fail-on error bad.txt
