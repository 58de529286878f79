hegui outline configured/草稿/缺.txt | grep nianbao
