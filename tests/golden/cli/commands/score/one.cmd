# The sheet of one report: every term, and how they make the score.
hegui score -r score/rules.yaml score/乙镇.txt
