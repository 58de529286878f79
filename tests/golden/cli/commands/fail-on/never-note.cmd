# With never a note does not fail the run.
hegui check -r demo.yaml -f concise --fail-on never note.txt
