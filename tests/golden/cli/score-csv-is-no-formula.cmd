cd score && hegui score -r rules.yaml -f csv =1+1.txt
