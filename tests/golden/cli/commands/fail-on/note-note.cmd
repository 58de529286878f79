# A note is at note.
hegui check -r demo.yaml -f concise --fail-on note note.txt
