# A pattern that exceeds its limit on a value from the command line is no fault of the program.
printf "hegui: 1\nid: limit\ntitle: 报告\nvars:\n  year: {find: '/^(a+)+\$/', in: [option, title]}\nrequirements:\n  - {id: a, found-by: [{heading: [做法]}]}\n" > limit.yaml; hegui check -r ./limit.yaml --set year=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa! good.txt
