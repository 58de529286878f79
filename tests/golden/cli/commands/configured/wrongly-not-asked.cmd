# With --no-config nobody asks what the configuration says.
hegui -q --no-config -r demo.yaml wrongly-configured
