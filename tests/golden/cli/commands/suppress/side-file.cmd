# Suppressed findings are counted in the last line and not printed.
export SOURCE_DATE_EPOCH=1780000000  # 2026-05-28
hegui check -r demo.yaml suppress/weak.txt
