hegui check -r demo.yaml -f concise --fail-on never bad.txt
