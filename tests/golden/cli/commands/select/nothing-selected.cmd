# A report on which no rule is run is not in order: it was not checked.
folder=$(mktemp -d); cp ../../../examples/no-causes.txt "$folder"; cd "$folder" || exit
printf 'rules: [gongwen]\nselect: [fazhi]\n' >.hegui.yaml
hegui no-causes.txt; echo $?
rm .hegui.yaml
hegui --ignore fazhi,gongwen -f concise no-causes.txt; echo $?
hegui score --lang en --ignore fazhi,gongwen no-causes.txt; echo $?
rm -r "$folder"
