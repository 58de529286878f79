#!/usr/bin/env bash
# The command line: each tests/golden/cli/commands/*/*.cmd is a script of bash, run in
# tests/golden/cli, in which `hegui` is the program that was built, and `english` is the same where
# the environment asks for English. Its first line says what it shows.
# What it prints on standard output, then on standard error, then its exit code are compared with
# <name>.cmd.expected. After a line "# known bug: …" the expectation is right and the program is not
# yet: it fails when they agree, and the line is to go.
#
#   cli_test.sh PROGRAM [FOLDER/NAME]...   all, or only these; exit 0: as expected, 1: not
#   UPDATE_EXPECTED=1 cli_test.sh PROGRAM  writes the expectations
set -uo pipefail

program=$(realpath "$1")
shift
cd "$(dirname "${BASH_SOURCE[0]}")/golden/cli" || exit 1
# What is no text is made here, not kept.
printf '\x89PNG\r\n\x1a\n\0\0\0\rIHDR' >picture.png
scratch=$(mktemp -d)
trap 'rm -rf "$scratch" picture.png' EXIT
version=$("$program" --version)
version=${version#hegui }

# What would otherwise come from the terminal that the test is run in.
unset NO_COLOR HEGUI_AMBIGUOUS_WIDTH HEGUI_RULES_PATH
export COLUMNS=100 LC_ALL=C.UTF-8 program

run() {
  bash -c 'set -o pipefail; hegui() { "$program" "$@"; }
    english() { LC_ALL="" LANG=en_GB.UTF-8 hegui "$@"; }; . "./$1"' bash "$1" \
    >"$scratch/out" 2>"$scratch/err" </dev/null
  local status=$?
  cat "$scratch/out"
  [[ ! -s $scratch/err ]] || { echo '--- standard error'; cat "$scratch/err"; }
  echo "exit $status"
}

failed=0 compared=0
commands=(commands/*/*.cmd)
(($# == 0)) || { commands=("${@/#/commands/}") && commands=("${commands[@]/%/.cmd}"); }
for expected in commands/*.expected commands/*/*.expected; do
  [[ -e ${expected%.expected} || ! -e $expected ]] || { echo "$expected: of no command"; exit 1; }
done
for command in *.cmd commands/*.cmd; do
  [[ ! -e $command ]] || { echo "$command belongs into a folder below commands/"; exit 1; }
done
for command in "${commands[@]}"; do
  if [[ $(head -n 1 "$command") != '# '* ]]; then
    echo "$command: the first line does not say what it shows"
    failed=$((failed + 1))
  fi
  run "$command" | sed "s/${version//./\\.}/VERSION/g" >"$scratch/actual"
  expected=$command.expected
  compared=$((compared + 1))
  if grep -q '^# known bug' "$command"; then
    if cmp -s "$scratch/actual" "$expected"; then
      echo "$command: no bug any more; take that line out"
      failed=$((failed + 1))
    fi
    continue
  fi
  if [[ ${UPDATE_EXPECTED:-} == 1 ]]; then
    cmp -s "$scratch/actual" "$expected" || cp "$scratch/actual" "$expected"
  elif [[ ! -e $expected ]]; then
    echo "$expected is missing; UPDATE_EXPECTED=1 writes it"
    failed=$((failed + 1))
  elif ! diff -u --label "$expected" --label 'printed now' "$expected" "$scratch/actual"; then
    failed=$((failed + 1))
  fi
done

echo "$compared commands, $failed not as expected"
((compared > 0 && failed == 0))
