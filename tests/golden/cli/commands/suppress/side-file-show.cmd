# --show-suppressed: suppressed findings in their places, with their reasons.
export SOURCE_DATE_EPOCH=1780000000  # 2026-05-28
hegui check -r demo.yaml -f concise --show-suppressed suppress/weak.txt
