# SOURCE_DATE_EPOCH that is no time is an error: no suppression may last by accident.
SOURCE_DATE_EPOCH=garbage hegui check -r demo.yaml suppress/weak.txt
echo "exit $?"
SOURCE_DATE_EPOCH=-1 hegui check -r demo.yaml --lang en suppress/weak.txt
echo "exit $?"
SOURCE_DATE_EPOCH=99999999999999 hegui score suppress/weak.txt
