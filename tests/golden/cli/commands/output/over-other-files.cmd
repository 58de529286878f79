# Results replace what hegui wrote, in any form, and empty files; other files when --overwrite insists.
folder=$(mktemp -d); trap 'rm -r "$folder"' EXIT
cp -r demo.yaml good.txt bad.txt picture.png score "$folder"; cd "$folder" || exit
printf 'fail-on: never\nrules: [./demo.yaml]\n' >.hegui.yaml
echo 'severty: {}' >wrong; mkdir none
for language in zh en; do
  for form in full concise json jsonl sarif github gitlab junit rdjson markdown csv html; do
    for arguments in good.txt '-q bad.txt picture.png' '-c wrong good.txt' '--allow-empty none'; do
      rm -f out
      for run in 1 2; do
        # shellcheck disable=SC2086
        hegui check --lang "$language" -f "$form=out" $arguments >said 2>&1
        ! grep -- --overwrite said || echo "$language $form $arguments: refused in run $run"
      done
    done
  done
  hegui check --lang "$language" -f full=out --trace demo/shortcomings good.txt; hegui check -f concise=out -q good.txt
  for form in text json csv xlsx; do
    for arguments in score/甲镇.txt score; do
      hegui score --lang "$language" -r score/rules.yaml -f "$form=out" "$arguments" 2>&1 | grep -- --overwrite
      hegui score --lang "$language" -r score/rules.yaml -f "$form=out" "$arguments" 2>&1 | grep -- --overwrite
    done
  done
done
hegui test --corpus score --save out ./score/rules.yaml >said 2>&1; hegui test --corpus score --save out ./score/rules.yaml | grep -- --overwrite
echo '# 会议记录' >notes.md; : >empty.txt; cp picture.png good.docx; cp score/乙镇.txt other.txt; cp demo.yaml more.yaml
sha256sum notes.md good.docx other.txt more.yaml >sums
for file in notes.md good.docx other.txt more.yaml; do hegui check -f json="$file" good.txt; echo $?; done
hegui score -r score/rules.yaml -f csv=other.txt score/甲镇.txt
hegui test --corpus score --save other.txt ./score/rules.yaml | tail -1
sha256sum --quiet -c sums
hegui check -f json=empty.txt good.txt; echo $?
hegui check -f json=other.txt --overwrite good.txt; echo $?
hegui check -f json=good.txt --overwrite good.txt; echo $?
