# All errors of a configuration at once, with line and caret.
hegui wrongly-configured/good.txt
