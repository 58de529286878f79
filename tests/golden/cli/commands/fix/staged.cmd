# What is staged is no file.
hegui check --fix --staged
