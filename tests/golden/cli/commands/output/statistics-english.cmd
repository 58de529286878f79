# The tables in English.
hegui check bad.txt weak.txt note.txt -r demo.yaml -f concise --lang en --statistics |
  sed -E 's/ +[0-9.]+ +[0-9.]+%$//' | sed -E '/^time/,$ s/ +[0-9]+$//; /^time/ s/ .*//' |
  awk '/^time/ { times = 1 } { print times && /\// ? "a rule" : $0 }'
