# A name that begins with = is no formula in a table.
cd score && hegui score -r rules.yaml -f csv =1+1.txt
