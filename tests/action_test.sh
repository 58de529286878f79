#!/usr/bin/env bash
# The step of the GitHub Action, run as the runner would, with inputs that mean harm among others.
#
#   action_test.sh PROGRAM     exit 0: as it must be, 1: not
#
# shellcheck disable=SC2016
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." >/dev/null && pwd)
action=$root/.github/actions/hegui
HEGUI_INPUT_PROGRAM=$(realpath "$1")
export HEGUI_INPUT_PROGRAM LC_ALL=C.UTF-8 COLUMNS=100
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

failed=0
fail() { echo "FAILED: $*"; failed=1; }

# --- action.yml

# An expression inside a script is how inputs become commands.
! grep -E '^ *(- )?run:' "$action/action.yml" | grep -q -F '${{' || fail 'an expression in a script'
declared=$(sed -n '/^inputs:/,/^runs:/s/^  \([a-z-]*\):$/\1/p' "$action/action.yml")
used=$(sed -n 's/.*\${{ inputs\.\([a-z-]*\) }}.*/\1/p' "$action/action.yml")
[[ -n $declared && $declared == "$used" ]] || fail "inputs declared: $declared; used: $used"
given=$(grep -o 'HEGUI_INPUT_[A-Z_]*' "$action/action.yml" | sort -u)
read=$(grep -o 'HEGUI_INPUT_[A-Z_]*[A-Z]' "$action/run.sh" | sort -u)
[[ $given == "$read" ]] || fail "variables given: $given; read: $read"

# --- run.sh

step() { # NAME=VALUE…
  (cd "$scratch/work" && env "$@" bash "$action/run.sh" >"$scratch/out" 2>"$scratch/err")
}

expect() { # NAME CODE PATTERN…
  local code=$? pattern name=$1
  [[ $code == "$2" ]] || fail "$name: exit code $code, expected $2"
  for pattern in "${@:3}"; do
    grep -q -E -e "$pattern" "$scratch/out" || { fail "$name: no $pattern in"; cat "$scratch"/{out,err}; }
  done
}

mkdir -p "$scratch/work/报送"
cd "$scratch/work" || exit 1
cp "$root/examples/good.txt" 报送/好.txt
cp "$root/examples/no-principals.txt" '报送/缺 一项.txt'
cp "$root/examples/no-principals.txt" '报送/$(touch hacked);touch hacked;`touch hacked`.txt'
cp "$root/examples/no-principals.txt" '::error::.txt'

step HEGUI_INPUT_FILES=报送
expect 'a folder' 1 "^::add-matcher::$action/problem-matcher.json\$" \
  '^报送/缺 一项\.txt:35:1: error: .* \[fazhi/first-responsible\]$' \
  '^报送/\$\(touch hacked\);touch hacked;`touch hacked`\.txt:35:1: error: ' \
  '^::remove-matcher owner=hegui::$'

step HEGUI_INPUT_FILES=$'报送/好.txt\r\n\n'
expect 'one line' 0

step HEGUI_INPUT_FILES='报送/缺 一项.txt' HEGUI_INPUT_FAIL_ON=never
expect 'fail-on' 0

step HEGUI_INPUT_FILES='报送/缺 一项.txt' HEGUI_INPUT_RULES=gongwen
expect 'rules' 0

step HEGUI_INPUT_FILES=报送/好.txt HEGUI_INPUT_RULES='x; touch hacked' HEGUI_INPUT_FORMAT='$(touch hacked)'
expect 'harm in inputs' 2

step HEGUI_INPUT_FILES='报送/缺 一项.txt' HEGUI_INPUT_FORMAT=$'concise\njson=found.json'
expect 'two outputs' 1
[[ -s found.json ]] || fail 'json=found.json was not written'

# Between these two lines the runner takes nothing for a command.
step HEGUI_INPUT_FILES='::error::.txt'
expect 'a name like a command' 1 '^::stop-commands::hegui-[0-9a-f]{32}$'
awk '/^::stop-commands::/ { token = substr($0, 18); next }
     $0 == "::" token "::" { token = "" }
     /^::error::/ { exit token == "" }' "$scratch/out" || fail 'a file name is taken for a command'

[[ ! -e hacked ]] || fail 'an input was run as a command'
((failed == 0)) && echo 'the step does what it must'
exit $failed
