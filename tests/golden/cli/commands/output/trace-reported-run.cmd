# The trace shows the run that was reported: `order` with its parts, and what was ignored as not run.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/r.txt" <<'END'
2025年度工作报告
一、下一步安排
继续做好各项工作，按季度检查进度，年底前完成全部任务，把结果向群众公布，接受各方面的监督。继续做好各项工作，按季度检查进度，年底前完成全部任务，把结果向群众公布，接受各方面的监督。新增服务窗口，公开办事指南，培训工作人员，让群众少跑路、好办事。把矛盾化解在基层，把服务送到门口。
二、主要做法
全年检查三十六次，调解纠纷十二起，走访群众，宣传法律，回应诉求，化解矛盾，工作取得了新的进展。全年检查若干次，调解若干纠纷，走访群众，宣传法律，回应诉求，化解矛盾，工作取得了新的进展，群众满意。
END
for rule in order work gap; do
  hegui check -r trace-order.yaml -f concise --ignore t/work.length --ignore t/gap --trace "t/$rule" "$folder/r.txt" |
    sed "s|$folder/||"
done
