# A suppression that has ended is a warning, and can fail a run.
export SOURCE_DATE_EPOCH=1780000000  # 2026-05-28
hegui check -r demo.yaml -f concise --select demo/plan,demo/shortcomings --fail-on warning suppress/weak.txt
