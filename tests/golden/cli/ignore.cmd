hegui check -r demo.yaml -f concise --ignore demo/shortcomings bad.txt
