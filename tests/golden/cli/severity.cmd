hegui check -r demo.yaml -f concise --severity demo/shortcomings=note bad.txt
