hegui configured-in-gbk
