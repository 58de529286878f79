# A shell without a script is wrong usage; the message says which have one.
hegui completions tcsh
