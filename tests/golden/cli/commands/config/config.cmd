# What holds for a file in a folder with an override, and which line says so.
hegui config configured/草稿/缺.txt
