# In JSON suppressed findings are there, with by whom, why and until when.
export SOURCE_DATE_EPOCH=1780000000  # 2026-05-28
hegui check -r demo.yaml -f json suppress/weak.txt
