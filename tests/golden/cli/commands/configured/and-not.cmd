# An option holds for reports with and without a configuration; --no-config takes it away.
hegui -f concise configured/缺.txt bad.txt -r demo.yaml; hegui --no-config -f concise configured/缺.txt
