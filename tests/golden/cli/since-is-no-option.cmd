hegui check --since --upload-pack=x 2>&1 | head -1; hegui check --since=--output=x
