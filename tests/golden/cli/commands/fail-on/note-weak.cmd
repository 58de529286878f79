# A warning is above note.
hegui check -r demo.yaml -f concise --fail-on note weak.txt
