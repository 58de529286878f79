# An empty file is unreadable, not a report without parts.
hegui check -r demo.yaml empty.txt
