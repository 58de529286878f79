# rules check warns of rules without samples.
hegui rules check demo.yaml | tail -4
