# rules check tells the errors of a set, exit code 2.
hegui rules check broken.yaml
