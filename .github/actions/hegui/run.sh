#!/usr/bin/env bash
# The step of action.yml: builds hegui where no program is given, and checks the reports. Inputs are
# variables HEGUI_INPUT_…; the exit code is that of hegui.
set -euo pipefail

action=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
sources=$(cd "$action/../../.." && pwd)

build() {
  echo '::group::build hegui'
  (
    # shellcheck source-path=SCRIPTDIR source=../../../examples/run.sh
    . "$sources/examples/run.sh"
    install_packages "${build_packages[@]}"
    configure "$sources/build" -DBUILD_TESTING=OFF
    cmake --build "$sources/build" --target hegui
  )
  echo '::endgroup::'
}

program=${HEGUI_INPUT_PROGRAM:-}
if [[ -z $program ]]; then
  program=$sources/build/hegui
  [[ -x $program ]] || build
fi

# One option for each line that is not blank.
options=()
add_options() { # OPTION LINES
  local line
  while IFS= read -r line; do
    line=${line%$'\r'}
    [[ -z ${line//[[:space:]]/} ]] || options+=("$1=$line")
  done <<<"$2"
}
add_options --rules "${HEGUI_INPUT_RULES:-}"
add_options --format "${HEGUI_INPUT_FORMAT:-concise}"
add_options --fail-on "${HEGUI_INPUT_FAIL_ON:-error}"

echo "::add-matcher::$action/problem-matcher.json"
# Names of files and words of reports are printed: they must not be taken for commands. The output
# "github" consists of commands, and escapes what is in them.
token=''
if [[ $'\n'${HEGUI_INPUT_FORMAT:-}$'\n' != *$'\n'github$'\n'* ]]; then
  token=hegui-$(od -A n -t x1 -N 16 /dev/urandom | tr -d ' \n')
  echo "::stop-commands::$token"
fi
status=0
printf '%s\n' "${HEGUI_INPUT_FILES:-.}" |
  "$program" check --color never --files-from - "${options[@]}" || status=$?
[[ -z $token ]] || echo "::$token::"
echo '::remove-matcher owner=hegui::'
echo '::remove-matcher owner=hegui-note::'
exit "$status"
