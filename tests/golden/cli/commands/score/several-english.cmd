# The ranking in English.
hegui score -r score/rules.yaml --lang en score picture.png
