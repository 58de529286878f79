# score takes a list of reports, too.
printf "score/甲镇.txt\nscore/丙镇.txt\n" | hegui score -r score/rules.yaml --files-from - | tail -1
