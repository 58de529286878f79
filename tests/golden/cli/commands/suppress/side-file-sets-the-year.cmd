# A side file gives the year; an option wins over it.
hegui check -r demo.yaml suppress/year.txt
hegui check -r demo.yaml -f concise -q --set year=2021 suppress/year.txt
