# issuer-kind takes four words, and no other.
hegui check -r demo.yaml -q --set issuer-kind=street good.txt; hegui check -r demo.yaml --set issuer-kind=town good.txt
