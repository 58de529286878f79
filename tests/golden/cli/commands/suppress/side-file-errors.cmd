# A report with a wrong side file is not checked; the others are.
hegui check -r demo.yaml -f concise suppress/broken.txt suppress/not-yaml.txt good.txt
