# The value of --since reaches git as a commit, never as an option.
hegui check --since --upload-pack=x 2>&1 | head -1; hegui check --since=--output=x
english check --since --upload-pack=x 2>&1 | head -1; english check --since=--output=x
