# In JSON an unreadable file is a document with a status and a reason.
hegui check -r demo.yaml -f json picture.png
