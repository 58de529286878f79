# A configuration that is named and not there is an error, not "none".
hegui -c nothing.yaml good.txt
