# What the type of a value says is offered: a choice, a file, a folder, nothing.
hegui __complete check -f =fu
hegui __complete check -f =json=
hegui __complete check -vf =c
hegui __complete =--color=
hegui __complete =--lang=
hegui __complete --rules-path =
hegui __complete -j =
