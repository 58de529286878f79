# Wrong comments are errors at their places, and suppress nothing.
hegui check -r demo.yaml -f concise suppress/broken-comments.md
