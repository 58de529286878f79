# After the checklist: which rungs were tried and what each check found.
hegui check -r demo.yaml --trace demo/measures weak.txt | head -14
