hegui __complete =--fi
