# NAME=- is standard output, never a file called -; only one output can go there.
hegui check -r demo.yaml -f concise=- bad.txt; ls | grep -c "^-"
hegui check -r demo.yaml -f concise=- -f json bad.txt 2>&1 | head -1
folder=$(mktemp -d); program_folder=$PWD; cd "$folder" || exit
hegui check -r "$program_folder/demo.yaml" -f json=- "$program_folder/bad.txt" | head -c 30; echo
hegui score -r "$program_folder/score/rules.yaml" -f csv=- "$program_folder/score/甲镇.txt" | head -c 30; echo
ls -A; rm -r "$folder"
hegui check -r demo.yaml -f json=- -f csv bad.txt
