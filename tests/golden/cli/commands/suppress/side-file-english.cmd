# Suppressed findings and their reasons, in English.
export SOURCE_DATE_EPOCH=1780000000  # 2026-05-28
hegui check -r demo.yaml -f concise --show-suppressed --lang en suppress/weak.txt
