# A configuration that is named among reports is no report; alone there is nothing to check.
hegui -f concise configured/.hegui.yaml configured/缺.txt; hegui configured/.hegui.yaml
