hegui outline -r demo.yaml suppress/not-yaml.txt
