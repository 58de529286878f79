# What is said in every finding has bounds; what a pattern has found is cut in a rule's own words.
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cp good.txt "$folder" && cd "$folder" || exit
many() { printf "$1%.0s" $(seq "$2"); }
rules() { printf 'hegui: 1\nid: %s\ntitle: 报告\nchecks:\n  - {id: a, fix: %s, forbid: ["/%s/"], say: "%s", samples: none}\n' "$@" >t.yaml; }
rules t "$(many 改 2001)" 的 "“{hit}”"
hegui check -r ./t.yaml good.txt | sed 's/改\{20,\}/改…改/'
rules "$(many t 101)" 改 的 "“{hit}”"
hegui check -r ./t.yaml good.txt | sed 's/t\{20,\}/t…t/'
rules t "$(many 改 2000)" '.{150}' "“{hit}{hit}”"
many 甲 200 >t.txt
hegui check -r ./t.yaml -f concise t.txt | sed 's/甲\{100\}/甲…甲/g'
