hegui score -r score/rules.yaml no-reports
