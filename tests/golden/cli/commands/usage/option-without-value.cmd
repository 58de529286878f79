# An option without its value: the message says what can be given.
hegui check --as; hegui check -f; hegui completions
english check --as; english check -f; english completions
