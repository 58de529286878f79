hegui check -r demo.yaml --trace demo/measures weak.txt | head -14
