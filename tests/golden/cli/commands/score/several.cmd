# The ranking, equal scores at equal ranks, and what has none.
hegui score -r score/rules.yaml score picture.png
