# An unknown id is wrong usage, not an empty trace.
hegui check -r demo.yaml --trace demo/nothing good.txt
