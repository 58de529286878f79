hegui completions bash --lang en; hegui init here
