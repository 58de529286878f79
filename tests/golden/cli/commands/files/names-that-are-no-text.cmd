# A name is any bytes: those that are no UTF-8 are shown as one mark each, and hide nothing.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
rules=$PWD/demo.yaml
for name in $'x\xF0' $'\xE0\x1B[31m.txt' $'\xC3\n::stop-commands::x.txt'; do
  cp bad.txt "$folder/$name"
done
cd "$folder"
hegui check -r "$rules" -f concise . *
hegui check -r "$rules" $'--\xE0\x1B[31m=\xC3\n1'
