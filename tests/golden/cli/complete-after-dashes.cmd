hegui __complete -- =--f
