# The same bytes whatever the number of threads.
cmp <(hegui score -r score/rules.yaml -f json -j 1 score) <(hegui score -r score/rules.yaml -f json -j 4 score)
