hegui config --no-config
