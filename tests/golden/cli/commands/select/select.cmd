# Only these rules are run.
hegui check -r demo.yaml -f concise --select demo/plan,demo/shortcomings bad.txt
