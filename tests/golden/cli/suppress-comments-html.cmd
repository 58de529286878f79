hegui check -r demo.yaml -f concise --show-suppressed suppress/comments.html
