# What the completion scripts ask: a mark stands before the word that is being written.
hegui __complete = | cut -f 1
