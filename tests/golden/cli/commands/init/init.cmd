# What init writes, that it is valid, with every example in it, and that it overwrites nothing.
folder=$(mktemp -d) && cp ../../../examples/no-causes.txt "$folder" && cd "$folder" || exit
hegui init && cat .hegui.yaml && hegui config no-causes.txt | head -4
# With every example taken at its word.
sed -E 's/^# ([a-z]|  )/\1/' .hegui.yaml >all.yaml; hegui config -c all.yaml 乡镇/no-causes.txt
echo '# mine' >.hegui.yaml; hegui init; cat .hegui.yaml
rm -r "$folder"
