# Standard input has the side file of the name that it is given, else none.
export SOURCE_DATE_EPOCH=1780000000  # 2026-05-28
hegui check -r demo.yaml -f concise --select demo/plan --stdin-filename suppress/weak.txt - <suppress/weak.txt
hegui check -r demo.yaml -f concise --select demo/plan - <suppress/weak.txt
