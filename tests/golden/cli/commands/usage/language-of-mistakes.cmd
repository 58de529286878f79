# So do messages about wrong usage.
hegui check --jobs many x.txt; hegui check --jobs many --lang en x.txt
hegui check -r english.yaml --fail-on bad x.txt
english check -r demo.yaml --since HEAD --staged; english check --changed-passages x.txt
hegui check -r demo.yaml --since HEAD --staged; hegui check --changed-passages x.txt
english check --timeout 0 x.txt; english check --set year x.txt; english score --min-score 101 x.txt
english check --severity fazhi=loud x.txt; english check -f json= x.txt; english check -f json -f csv x.txt
english check --lang fr x.txt; english check -q --show-passed x.txt; english explain; english explain a b
english check --baseline a --baseline b x.txt; english check --statistics -f csv x.txt
english check --files-from - -; english score -f pdf x.txt
