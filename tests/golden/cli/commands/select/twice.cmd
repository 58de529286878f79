# --select may be repeated.
hegui check -r demo.yaml -f concise --select demo/plan --select demo/shortcomings bad.txt
