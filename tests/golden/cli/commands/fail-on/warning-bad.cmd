# An error is above warning.
hegui check -r demo.yaml -f concise --fail-on warning bad.txt
