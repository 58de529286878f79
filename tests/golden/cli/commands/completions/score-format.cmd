# --format of score offers its own forms, not those of check.
hegui __complete score --format =x
