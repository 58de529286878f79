hegui rules list | grep -o -w 'fazhi/measures'
