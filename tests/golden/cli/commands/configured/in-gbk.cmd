# A configuration in GBK: an error at the first byte that is no UTF-8.
hegui configured-in-gbk
