# Comments of HTML: what they suppress, and what beside it stays.
hegui check -r demo.yaml -f concise --show-suppressed suppress/comments.html
