hegui --help | sed -n '1p; /Exit codes/,$p'
