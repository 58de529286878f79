# Without findings there is no table of them, only of the times: of each rule that was asked, and of the rest.
hegui check good.txt -r demo.yaml -f concise --statistics | sed -E 's/ +[0-9.]+ +[0-9.]+ +[0-9.]+%$//; s/  +.*//' | sort
