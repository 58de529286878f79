# rules list names the built-in rules.
hegui rules list | grep -o -w 'fazhi/measures'
