hegui config -r fazhi --select fazhi/plan --set year=2024 --fail-on note configured/缺.txt
