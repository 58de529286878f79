# What is wrong in comments, in English.
hegui check -r demo.yaml -f concise --lang en suppress/broken-comments.md
