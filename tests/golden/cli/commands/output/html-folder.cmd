# A page each and an index, in a folder that is made: names that are safe and differ; nothing of others is replaced:
# a page gets another name, an index is refused.
folder=$(mktemp -d); trap 'rm -r "$folder"' EXIT
cp demo.yaml good.txt bad.txt "$folder"; cd "$folder" || exit
printf 'fail-on: never\nrules: [./demo.yaml]\n' >.hegui.yaml
mkdir -p 甲 乙; cp good.txt 甲/报告.txt; cp bad.txt 乙/报告.TXT; cp bad.txt 'a<b>&"c"?.txt'; cp bad.txt index
hegui check -f html=结果/网页/ 甲 乙 'a<b>&"c"?.txt' index; echo $?
ls 结果/网页; grep -o 'href="[^"]*"' 结果/网页/index.html
hegui check -f html=结果/网页 甲 乙; echo $?
hegui check -v . | tail -1
hegui check 结果/网页/index.html; echo $?
echo '<p>会议记录' >结果/网页/报告.txt.html; hegui check -f html=结果/网页/ 甲; echo $?; cat 结果/网页/报告.txt.html
grep -o 'href="[^"]*"' 结果/网页/index.html
hegui check -q -f html=结果/网页/ --overwrite 甲; echo $?; grep -c '<article' 结果/网页/报告.txt.html
mkdir 他人; echo '<p>会议记录' >他人/index.html; hegui check -f json=新.json -f html=他人/ -f html=新/ 甲; echo $?; ls 他人
hegui check -f json=结果/ 甲; echo $?
hegui check -f html=good.txt/ 甲; echo $?
hegui check -f html=结果/ -f html=./结果/ 甲; echo $?
hegui check -f html=新/ -f json=新/报告.txt.html 甲; echo $?
hegui check -f html=新/ -f json=./新/index.html 甲; echo $?
find . -name "新*"
