hegui test no-reports
