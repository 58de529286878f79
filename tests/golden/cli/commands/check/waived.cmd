# What a report says there was none of is not applicable, unless it is only planned, or handled.
cd waived; hegui check -r ../waived.yaml *.txt; hegui check -f json -r ../waived.yaml none.txt | grep -A1 '"waived"'; hegui score -r ../waived.yaml *.txt
