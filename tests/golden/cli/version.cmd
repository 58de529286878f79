hegui --version
