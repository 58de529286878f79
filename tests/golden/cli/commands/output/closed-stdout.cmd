# Closed standard output is no place for a file that is opened later; nothing half written is left.
hegui check -r demo.yaml -f concise -f json=closed.json bad.txt >&-; code=$?; ls closed.json 2>/dev/null; (exit $code)
