hegui check --as; hegui check -f; hegui completions
