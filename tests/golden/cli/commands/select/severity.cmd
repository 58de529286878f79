# A rule that was an error is a note, and fails nothing.
hegui check -r demo.yaml -f concise --severity demo/shortcomings=note bad.txt
