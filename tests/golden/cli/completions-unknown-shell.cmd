hegui completions tcsh
