# The same for programs.
hegui outline -r demo.yaml -f json good.txt | head -20
