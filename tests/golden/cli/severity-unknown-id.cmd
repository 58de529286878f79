hegui check -r demo.yaml --severity demo/nothing=note bad.txt
