# Where a table begins, and in outline what is head in it and what it is called.
hegui show ../../../examples/xinxi-gongkai.md | sed -n 20,25p
hegui outline ../../../examples/xinxi-gongkai.md | sed -n '/^表格/,$p'
hegui outline --lang en ../../../examples/xinxi-gongkai.md | sed -n '/^tables/,$p'
