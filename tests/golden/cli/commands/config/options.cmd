# Options win over the configuration, and are named as the origin.
hegui config -r fazhi --select fazhi/plan --set year=2024 --fail-on note configured/缺.txt
