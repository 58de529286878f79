# With never a warning does not fail the run.
hegui check -r demo.yaml -f concise --fail-on never weak.txt
