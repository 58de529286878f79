# Nothing to score is no success.
hegui score -r score/rules.yaml no-reports
