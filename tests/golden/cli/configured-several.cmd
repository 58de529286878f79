hegui -f concise configured/缺.txt configured/草稿/缺.txt two-configurations/../good.txt
