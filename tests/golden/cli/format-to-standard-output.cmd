hegui check -r demo.yaml -f concise=- bad.txt; ls | grep -c "^-"
hegui check -r demo.yaml -f concise=- -f json bad.txt 2>&1 | head -1
