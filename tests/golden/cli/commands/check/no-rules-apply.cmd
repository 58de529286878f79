# No set applies to the title: said with the kind of document that it looks like.
hegui check points.txt
