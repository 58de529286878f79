# All errors of a configuration in English, with what was probably meant.
hegui --lang en wrongly-configured/good.txt 2>&1 | grep "error:"
