# --ignore takes out one check of a requirement.
hegui check -r demo.yaml -f concise --ignore demo/measures.figures weak.txt
