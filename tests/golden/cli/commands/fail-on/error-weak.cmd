# A warning is below error.
hegui check -r demo.yaml -f concise --fail-on error weak.txt
