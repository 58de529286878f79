# The same for programs: each value with its origin.
hegui config -f json --ignore nianbao/plan configured/草稿/缺.txt
