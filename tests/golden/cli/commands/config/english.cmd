# The labels follow --lang.
hegui config --lang en configured
