hegui config --lang en configured
