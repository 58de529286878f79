# Makes long reports of the examples' text. Used by run.sh, under LC_ALL=C, so length() is bytes.
#
#   awk -v kind=KIND -v size=N [-v start=K] -f generate.awk BASE.txt OTHER.txt...
#
# Every kind is the first file with something put in before its second part:
#
#   report     paragraphs of all files, from the K-th on, until it has N bytes
#   headings   N numbered headings, each with a line of text
#   items      N items in one paragraph of the part 存在的不足
#   sections   N parts that requirements of the rule set fazhi ask for, one after another

BEGIN {
  split("一 二 三 四 五 六 七 八 九", digit, " ")
  if (start == "") start = 0
}

FNR == NR {
  if (/^二、/) second = NR
  base[NR] = $0
  lines = NR
  bytes += length($0) + 1
}

# Running text, without the number that makes its beginning a heading.
FNR > 1 && length($0) > 120 && /。/ {
  sub(/^（(一|二|三|四|五|六|七|八|九|十)+）/, "")
  text[texts++] = $0
}

function put_in(   i, line) {
  if (kind == "report") {
    for (i = start; bytes < size; ++i) {
      line = text[i % texts]
      print line
      bytes += length(line) + 1
    }
  } else if (kind == "headings") {
    for (i = 0; i < size; ++i)
      printf "（%s）推进第%d项工作\n办理事项%d件，组织培训%d场，各项任务按时完成。\n",
        digit[i % 9 + 1], i, i, i
  } else if (kind == "items") {
    print "二、存在的不足和原因"
    for (i = 0; i < size; ++i)
      printf "%s是第%d项工作的执法力量不足，由于人员少。", digit[i % 9 + 1], i
    print ""
  } else if (kind == "sections") {
    for (i = 0; i < size; i += 3) {
      printf "一、存在的不足和原因\n一是第%d项执法力量不足，由于人员少。\n", i
      printf "二、领导干部履职责任\n书记听取汇报%d次。\n", i
      printf "三、下一步工作安排\n继续推进第%d项工作。\n", i
    }
  }
}

END {
  for (i = 1; i <= lines; ++i) {
    if (i == second) put_in()
    print base[i]
  }
}
