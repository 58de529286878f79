# An option or word that the command does not take is refused.
hegui completions bash --lang en; hegui init here
