hegui wrongly-configured/good.txt
