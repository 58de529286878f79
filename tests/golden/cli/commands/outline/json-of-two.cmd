# Several reports are a line each, which programs can take apart.
hegui outline -f json -r demo.yaml good.txt bad.txt | cut -c 1-40
