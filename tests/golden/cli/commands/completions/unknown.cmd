# What nobody knows has no candidates, and is no crash.
hegui __complete check --no-such-option =x
hegui __complete check =--no-such-option=
hegui __complete rules nothing =
hegui __complete
