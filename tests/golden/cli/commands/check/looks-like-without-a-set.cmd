# The kind is told where no set applies.
printf '柳湾县法治政府建设工作调研报告\n调研组于2025年开展了调研。\n一、主要做法\n镇里按月开展巡查。\n' > survey.txt; hegui check -f concise survey.txt; printf '在法治政府建设会议上的讲话\n同志们：\n2025年取得了成绩。\n' > speech.txt; hegui check -f concise speech.txt
