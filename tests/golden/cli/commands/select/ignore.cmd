# --ignore takes out a rule, and what waits for it is not told either.
hegui check -r demo.yaml -f concise --ignore demo/shortcomings bad.txt
