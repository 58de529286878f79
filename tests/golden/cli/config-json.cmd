hegui config -f json --ignore nianbao/plan configured/草稿/缺.txt
