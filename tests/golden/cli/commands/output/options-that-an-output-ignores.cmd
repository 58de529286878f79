# An option that the output would ignore is wrong usage.
hegui check -r demo.yaml --show-passed -f json good.txt
hegui check -r demo.yaml --show-suppressed -f csv good.txt
hegui check -r demo.yaml --trace demo/plan -f sarif good.txt
