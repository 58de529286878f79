# The trace shows the sentences that were counted, for and against.
hegui check -r mostly.yaml -q --trace wuye/opinions mostly.txt; hegui check -r mostly.yaml -q --trace wuye/plan mostly.txt | grep -A14 "第 1 级"
