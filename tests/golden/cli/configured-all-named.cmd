hegui -f concise configured/.hegui.yaml configured/缺.txt; hegui configured/.hegui.yaml
