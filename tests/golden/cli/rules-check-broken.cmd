hegui rules check broken.yaml
