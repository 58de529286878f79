# Results that go to files are told where somebody waits at a terminal, and nowhere else.
command -v script >/dev/null || exit
folder=$(mktemp -d); trap 'rm -r "$folder"' EXIT; export folder program
on_terminal() { script -qec "$1" /dev/null | tr -d '\r' | sed "s|$folder|FOLDER|g"; }
on_terminal '"$program" check -r demo.yaml -f html="$folder/a.html" -f json="$folder/b/c" bad.txt' | tail -2
mkdir "$folder/b"
on_terminal '"$program" check --no-progress -r demo.yaml -f html="$folder/a.html" -f json="$folder/b/c" -f docx="$folder/d/" bad.txt'
on_terminal '"$program" check --no-progress -q -r demo.yaml -f html="$folder/a.html" bad.txt'
hegui check -r demo.yaml -f html="$folder/a.html" bad.txt
