cat weak.txt | sed "/^三、/,\$d" | hegui -f concise --stdin-filename configured/草稿/新.txt -
