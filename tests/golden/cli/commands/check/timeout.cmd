# When the time has passed no report is begun; what was begun before is there.
{ sleep 3; cat bad.txt; } | hegui check --timeout 1 -j1 -r demo.yaml -f concise - good.txt note.txt
{ sleep 3; cat bad.txt; } | hegui score --timeout 1 -j1 -r demo.yaml --lang en - good.txt
hegui check --timeout 1000 -r demo.yaml -q good.txt
hegui check --timeout 0 good.txt
