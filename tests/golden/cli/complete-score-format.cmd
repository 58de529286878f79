hegui __complete score --format =x
