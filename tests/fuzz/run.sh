#!/usr/bin/env bash
# Runs each fuzz target for a minute, or MINUTES (0.5, 30), two at a time. Seeds are the inputs of
# other tests.
#
#   tests/fuzz/run.sh FOLDER [MINUTES [TARGET...]]
#
# FOLDER is the build folder (clang, -DHEGUI_FUZZ=ON). Exit 0: no crash, 1: one. What is found in a
# run is kept in FOLDER/corpus and is where the next one begins; coverage is printed: how many edges
# of the program the seeds reach, and how many the run reached.
#
# What crashed is kept in FOLDER/crashes and printed, as a dump that `base64 -d` turns back.
set -euo pipefail

folder=$(realpath "$1")
seconds=$(awk -v minutes="${2:-1}" 'BEGIN { print int(60 * minutes) }')
((seconds > 0)) || { echo "fuzz: \"$2\" is no number of minutes"; exit 2; }
asked=("${@:3}")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
rm -rf "$folder/crashes"
mkdir -p "$folder/crashes"

# seed TARGET FILE...; names alone may be the same in two folders.
seed() {
  local target=$1 file
  shift
  mkdir -p "$scratch/$target"
  for file in "$@"; do cp "$file" "$scratch/$target/${file//\//-}"; done
}

shopt -s globstar
seed rules rules/*.yaml tests/golden/ruleset/**/*.yaml
seed rules_run rules/*.yaml tests/golden/{ruleset,binding,checks}/**/*.yaml
seed test_file rules/*.test.yaml tests/golden/cli/*.test.yaml
mkdir -p "$scratch/baseline"
echo '{"hegui-baseline":1,"entries":[
  {"path":"a.txt","rule":"fazhi/plan","fingerprint":"0123456789abcdef","count":2,"quote":"安排"}]}' \
  >"$scratch/baseline/one.json"
echo '{"hegui-baseline":2,"entries":[
{"path":"a.txt","rule":"fazhi/plan","fingerprint":"0123456789abcdef","count":1,"evidence":"0123456789abcdef","verdict":"weak","found":{"length":48},"section":["一、做法"],"quote":"安排"},
{}]}' >"$scratch/baseline/two.json"
seed side_file tests/golden/cli/**/*.hegui.yaml
seed names tests/golden/config/**/*.yaml
seed formats_agree examples/*.txt tests/golden/outline/**/*.txt
mkdir -p "$scratch/pattern"
# The patterns of the rule sets, each above a line of a report.
number=0
grep -ho "'/.*/'" rules/*.yaml | sed "s#^'/##; s#/'.*##" | while read -r pattern; do
  { echo "$pattern" && sed -n 7p examples/good.txt; } >"$scratch/pattern/$((number++))"
done
seed lists tests/fuzz/lists/*
seed several examples/*.txt tests/golden/cli/score/*.txt
cat examples/good.txt <(echo =====) examples/no-causes.txt >"$scratch/several/two"
seed config tests/golden/config/**/*.yaml
seed txt examples/*.txt tests/golden/{read,outline,items}/**/*.txt
seed md README.md .github/*.md tests/golden/read/**/*.md
seed html tests/golden/read/**/*.html
seed word-xml tests/golden/read/word/*.xml
seed mht tests/golden/read/word/*.mht
seed pdf tests/golden/read/pdf/*.pages
# Texts of parts, in which XML can be changed, and archives, in which all else can.
for format in docx odt ofd; do
  seed "$format" tests/golden/read/**/*."$format".parts
  for input in examples/*.txt tests/golden/read/**/*."$format".parts; do
    "$folder/tests/make_docx" "$input" "$scratch/$format/${input//\//-}.$format"
  done
done
mkdir -p "$scratch/zip_folder" && cp "$scratch"/docx/*.docx "$scratch/zip_folder"
# An HTML page of a whole report.
{ echo '<html><body><h1>' && sed 's#$#</p><p>#' examples/good.txt; } >"$scratch/html/good.html"

# fuzz TARGET; its output is shown when it fails.
fuzz() {
  local log=$scratch/$1.log crash status=0
  mkdir -p "$folder/corpus/$1"
  local -a options=(-max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536
    -artifact_prefix="$folder/crashes/$1-" -print_final_stats=1)
  [[ ! -e tests/fuzz/$1.dict ]] || options+=(-dict="tests/fuzz/$1.dict")
  UBSAN_OPTIONS=print_stacktrace=1 \
    "$folder/tests/fuzz/fuzz_$1" "${options[@]}" "$folder/corpus/$1" "$scratch/$1" >"$log" 2>&1 || status=$?
  if ((status == 0)); then
    echo "fuzz $1: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs, no crash," \
      "coverage $(sed -n 's/.*INITED cov: \([0-9]*\).*/\1/p' "$log")" \
      "to $(sed -n 's/.* cov: \([0-9]*\).*/\1/p' "$log" | tail -1) edges"
    return
  fi
  tail -n 60 "$log"
  for crash in "$folder/crashes/$1"-*; do
    [[ -e $crash ]] || continue
    echo "fuzz $1: $crash, $(stat -c %s "$crash") bytes, the first of them:"
    head -c 3000 "$crash" | base64
  done
  echo "fuzz $1: failed"
  return 1
}

targets=("$folder"/tests/fuzz/fuzz_*)
targets=("${targets[@]##*/fuzz_}")
((${#asked[@]} == 0)) || targets=("${asked[@]}")
failed=0
for ((i = 0; i < ${#targets[@]}; i += 2)); do
  jobs=()
  for target in "${targets[@]:i:2}"; do
    fuzz "$target" &
    jobs+=($!)
  done
  for job in "${jobs[@]}"; do wait "$job" || failed=1; done
done
exit "$failed"
