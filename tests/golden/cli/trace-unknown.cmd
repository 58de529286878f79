hegui check -r demo.yaml --trace demo/nothing good.txt
