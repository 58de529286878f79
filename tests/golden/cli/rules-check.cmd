hegui rules check demo.yaml | tail -4
