hegui score -r score/rules.yaml score picture.png
