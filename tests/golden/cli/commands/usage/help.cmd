# Head and exit codes of the program's own help.
hegui --help | sed -n '1p; /Exit codes/,$p'
