# With another year a rule of certain years does not apply.
hegui check -r demo.yaml --set year=2019 good.txt | head -5
