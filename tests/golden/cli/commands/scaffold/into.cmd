# A report gets only what it lacks; numbers behind it move on; a second time nothing is missing.
folder=$(mktemp -d) && cp ../../../examples/no-principals.txt "$folder/报告.txt" && cd "$folder" || exit
cp 报告.txt 原稿.txt
hegui scaffold fazhi --into 报告.txt && diff 原稿.txt 报告.txt
hegui scaffold fazhi --into 报告.txt
hegui check -f concise -q 报告.txt
rm -r "$folder"
