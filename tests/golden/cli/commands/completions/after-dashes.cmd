# After -- nothing is an option.
hegui __complete -- =--f
