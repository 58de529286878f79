# Where reports call for different sets or none, init writes down no set; --rules does.
folder=$(mktemp -d) && cp good.txt ../../../examples/no-causes.txt "$folder" && cd "$folder" || exit
hegui init && grep rules: .hegui.yaml; rm .hegui.yaml *.txt
hegui init --lang en && grep rules: .hegui.yaml; rm .hegui.yaml
hegui init --rules gongwen --rules fazhi && grep rules: .hegui.yaml; rm .hegui.yaml
hegui init --rules nothing; ls -A
rm -r "$folder"
