hegui -q --no-config -r demo.yaml wrongly-configured
