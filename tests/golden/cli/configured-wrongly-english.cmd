hegui --lang en wrongly-configured/good.txt 2>&1 | grep "error:"
