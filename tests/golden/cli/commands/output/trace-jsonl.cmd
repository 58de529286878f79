# In jsonl the trace is a member of the document.
hegui check -r demo.yaml -f jsonl --trace demo/plan bad.txt | head -n 1 | grep -o '"trace":.\{200\}'
