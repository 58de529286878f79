# English reports of several kinds and formats: what is there is found and counted.
for report in audit.md grant.html incident.txt minutes.txt policy.txt readme.md research.txt safety.txt; do
  hegui check --lang en --show-passed -r "english/${report%.*}.yaml" "english/$report"
done
