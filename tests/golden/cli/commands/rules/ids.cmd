# An id stands in every line of output: no line ends, no marks.
printf 'hegui: 1\nid: "a\\nb"\ntitle: 报告\nrequirements:\n  - {id: "x y", found-by: [{heading: [做法]}], checks: [{id: "z/[1]", items: {min: 1}}]}\n' > ids.yaml; hegui rules check ./ids.yaml
