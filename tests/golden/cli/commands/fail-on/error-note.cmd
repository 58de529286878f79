# A note is below error.
hegui check -r demo.yaml -f concise --fail-on error note.txt
