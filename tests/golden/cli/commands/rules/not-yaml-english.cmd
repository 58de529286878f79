# What is no YAML is told in plain words, in the language that the file names, or else the user's.
cd "$(mktemp -d)"
head=$'hegui: 1\nid: aim\nlanguage: en\n'
for body in 'title: Aim: why' $'terms:\n\tgood: [a]' $'requirements:\n  - id: a\n     title: x' \
  'title: [a, b' 'terms: {aim: [/aim{1,3}/]}' 'title: "a'; do
  printf '%s' "$head$body" >aim.yaml
  hegui rules check aim.yaml | head -2
done
echo 'title: Aim: why' >aim.yaml
english rules check aim.yaml | head -1
hegui rules check aim.yaml | head -1
printf 'hegui: 1\nid: aim\ntitel: Aim\n' >aim.yaml
english rules check aim.yaml | head -1
