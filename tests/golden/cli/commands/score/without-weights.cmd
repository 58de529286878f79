# A set without weights gives no score.
hegui score -r gongwen good.txt
