hegui rules-not-there
