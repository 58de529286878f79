# A variable that no set knows is an error, with what was probably meant.
hegui check -r demo.yaml --set yaer=2024 --set yea=2024 good.txt
