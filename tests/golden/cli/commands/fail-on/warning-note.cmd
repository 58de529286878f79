# A note is below warning.
hegui check -r demo.yaml -f concise --fail-on warning note.txt
