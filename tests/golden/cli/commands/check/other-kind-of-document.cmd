# A set that is named and is not for this document: no verdicts, but what it looks like.
hegui check -r demo.yaml points.txt
