hegui check -r demo.yaml -f concise suppress/broken.txt suppress/not-yaml.txt good.txt
