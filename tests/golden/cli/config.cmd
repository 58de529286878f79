hegui config configured/草稿/缺.txt
