# An unknown id is wrong usage.
hegui explain fazhi/nothing
