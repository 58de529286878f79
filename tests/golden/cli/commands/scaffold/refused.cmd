# What cannot be drafted or added to is said, and nothing is overwritten.
folder=$(mktemp -d) && cp ../../../examples/no-principals.txt "$folder/报告.txt" && cd "$folder" || exit
echo '<p>青禾街道办理案件36件。</p>' >网页.html
hegui scaffold gongwen
hegui scaffold fazhi -f txt=报告.txt
hegui scaffold fazhi -f docx
hegui scaffold fazhi -f pdf=报告.pdf
hegui scaffold fazhi --into 网页.html
hegui scaffold fazhi --into 报告.txt -f docx=副本.docx
hegui scaffold fazhi --into 报告.txt -f txt
hegui scaffold fazhi --into 没有.txt
hegui scaffold fazhi gongwen
hegui scaffold fazhi --as txt
hegui scaffold fazhi --encoding gbk
# What would be added is in simplified characters.
echo '青石鎮2025年度法治政府建設情況報告
2025年，青石鎮認真學習，把法治建設和中心工作一起安排，群眾滿意度逐步提高。' >繁體.txt
hegui scaffold fazhi --into 繁體.txt
cmp 报告.txt "$OLDPWD/../../../examples/no-principals.txt" && ls
rm -r "$folder"
