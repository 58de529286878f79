# A bad sample that is not reported fails the test of a set.
hegui test self.yaml
