hegui test self.yaml
