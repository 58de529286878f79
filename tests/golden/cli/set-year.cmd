hegui check -r demo.yaml --set year=2019 good.txt | head -5
