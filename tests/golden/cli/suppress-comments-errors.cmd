hegui check -r demo.yaml -f concise suppress/broken-comments.md
