# Marks have a legend; suppressed findings are counted, and suppressions without use are told.
SOURCE_DATE_EPOCH=1767225600 hegui score -r score/rules.yaml score-marks score/甲镇.txt 2>&1
SOURCE_DATE_EPOCH=1767225600 hegui score -r score/rules.yaml -f csv score-marks score/甲镇.txt 2>/dev/null
SOURCE_DATE_EPOCH=1767225600 hegui score -r score/rules.yaml -f json score-marks 2>/dev/null | grep -A6 '"manual"'
