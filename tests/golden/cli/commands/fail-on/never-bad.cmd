# With never not even an error fails the run.
hegui check -r demo.yaml -f concise --fail-on never bad.txt
