hegui -f concise configured/缺.txt bad.txt -r demo.yaml; hegui --no-config -f concise configured/缺.txt
