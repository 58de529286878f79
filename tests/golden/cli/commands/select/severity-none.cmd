# With none a rule is not reported.
hegui check -r demo.yaml -f concise --severity demo/shortcomings=none bad.txt
