# What cannot be read is told; the other file is shown.
hegui show picture.png short.txt
