# Title, headings with what claims them, requirements.
hegui outline -r demo.yaml good.txt
