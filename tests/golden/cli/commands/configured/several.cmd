# Each report has the nearest configuration above it; .. in a path does not confuse that.
hegui -f concise configured/缺.txt configured/草稿/缺.txt two-configurations/../good.txt
