# An error is above note.
hegui check -r demo.yaml -f concise --fail-on note bad.txt
