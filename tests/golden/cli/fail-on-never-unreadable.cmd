hegui check -r demo.yaml -f concise --fail-on never picture.png bad.txt
