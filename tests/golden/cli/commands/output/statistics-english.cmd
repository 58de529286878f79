# The table in English.
hegui check bad.txt weak.txt note.txt -r demo.yaml -f concise --lang en --statistics
