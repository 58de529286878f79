# A picture is recognised by its content and named as one.
hegui check -r demo.yaml picture.png
