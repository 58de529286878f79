# Nothing to test is no success.
hegui test no-reports
