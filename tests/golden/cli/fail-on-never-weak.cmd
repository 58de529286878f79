hegui check -r demo.yaml -f concise --fail-on never weak.txt
