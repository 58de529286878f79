# The trace in JSON names the sentences that were counted.
hegui check -r mostly.yaml -f json --trace wuye/opinions mostly.txt | grep -o '"sentences":.\{260\}' | head -n 1
