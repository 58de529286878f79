hegui score -r score/rules.yaml -f csv score picture.png
