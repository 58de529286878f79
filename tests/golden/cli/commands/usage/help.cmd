# Head and exit codes of the program's own help, in both languages.
hegui --help | sed -n '1p; /返回值/,$p'; english --help | sed -n '1p; /Exit codes/,$p'
