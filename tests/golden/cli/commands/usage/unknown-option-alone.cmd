# What has no report is no reason to hide the mistake.
hegui --fles-from=list
english --fles-from=list
