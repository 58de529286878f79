hegui check -r mostly.yaml -f json --trace wuye/opinions mostly.txt | grep -o '"sentences":.\{260\}' | head -n 1
