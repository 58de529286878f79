# A reviewer's marks in the sheet of one report.
SOURCE_DATE_EPOCH=1767225600 hegui score -r score/rules.yaml score-marks
