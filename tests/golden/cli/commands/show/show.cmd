# The text with the line numbers that findings have.
hegui show short.txt
