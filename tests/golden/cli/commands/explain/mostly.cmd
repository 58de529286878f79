# A rung that counts sentences is explained in plain words, in both languages.
hegui explain -r mostly.yaml wuye/opinions; hegui explain -r mostly.yaml wuye/plan | grep -A2 怎样找; hegui explain -r mostly.yaml --lang en wuye/opinions | grep -A2 "found by"
