# A warning is at warning.
hegui check -r demo.yaml -f concise --fail-on warning weak.txt
