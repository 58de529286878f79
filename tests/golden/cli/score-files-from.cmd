printf 'good.txt\0weak.txt\0' | hegui score --files-from - -r demo.yaml -f csv | cut -d , -f 1-4
