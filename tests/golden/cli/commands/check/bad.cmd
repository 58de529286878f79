# An error: exit code 1; what waits for the missing part is not told again.
hegui check -r demo.yaml bad.txt
