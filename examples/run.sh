#!/usr/bin/env bash
# Builds hegui, lints the reports beside this script and compares what it prints with
# their .expected files. Packages that are missing are installed first (Debian, Ubuntu).
#
#   examples/run.sh                    exit 0: all as expected, 1: not, 2: packages missing
#   UPDATE_EXPECTED=1 examples/run.sh  writes the .expected files instead
#
# tests/run.sh sources this file for its functions.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." >/dev/null && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

build_packages=(g++ cmake ninja-build pkg-config libyaml-cpp-dev libpcre2-dev libicu-dev
  libcli11-dev libfmt-dev nlohmann-json3-dev libmd4c-dev libminizip-dev zlib1g-dev
  libgumbo-dev libpugixml-dev libxlsxwriter-dev)

say() { printf 'hegui: %s\n' "$*"; }
complain() { printf 'hegui: %s\n' "$*" >&2; }

is_installed() {
  dpkg-query --show --showformat='${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
}

# Its output is shown only when it fails: it says little that a reader needs.
apt_get() {
  local as_root=()
  [[ $(id -u) == 0 ]] || as_root=(sudo)
  "${as_root[@]}" env LC_ALL=C DEBIAN_FRONTEND=noninteractive \
    apt-get -y -q -o DPkg::Lock::Timeout=900 "$@" >"$scratch/apt.log" 2>&1
}

# The lists have a lock of their own, for which apt-get does not wait.
update_lists() {
  local tries
  for tries in {1..60}; do
    apt_get update && return
    grep -q 'Could not get lock' "$scratch/apt.log" || return
    ((tries > 1)) || say 'waiting for another apt-get'
    sleep 5
  done
  return 1
}

# Installs those of the named packages that are missing.
install_packages() {
  local package missing=()
  if ! command -v apt-get dpkg-query >/dev/null; then
    complain 'this system has no apt-get. Install what these Debian packages hold:'
    complain "  $*"
    complain 'then build by hand: cmake -S . -B build && cmake --build build'
    exit 2
  fi
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  if [[ $(id -u) != 0 ]] && ! command -v sudo >/dev/null; then
    complain 'packages are missing and there is no sudo. As root:'
    complain "  apt-get install --no-install-recommends ${missing[*]}"
    exit 2
  fi
  say "installing ${missing[*]}"
  # Lists that are absent or old make the first try fail.
  apt_get install --no-install-recommends "${missing[@]}" && return
  say 'apt-get update'
  update_lists && apt_get install --no-install-recommends "${missing[@]}" && return
  cat "$scratch/apt.log" >&2
  complain "could not install ${missing[*]}"
  exit 2
}

# configure FOLDER OPTION...; a folder that has a cache keeps its generator and build type, and a
# preset, which comes first, says them itself.
configure() {
  local folder=$1 first=()
  shift
  [[ -e $folder/CMakeCache.txt || ${1:-} == --preset ]] ||
    first=(-G Ninja -DCMAKE_BUILD_TYPE=Release)
  cmake -S "$root" -B "$folder" "${first[@]}" "$@"
}

# Every report beside this script, printed and compared, or its expectation rewritten.
compare_examples() {
  local report status compared=0 failed=0
  local actual=$scratch/actual
  cd "$root/examples"
  for report in *.txt *.md; do
    [[ -e $report ]] || continue
    say "check examples/$report"
    status=0
    # Findings (1) and "not understood" (2) are answers, too.
    env -u HEGUI_AMBIGUOUS_WIDTH COLUMNS=100 \
      "$root/build/hegui" check --color never "$report" >"$actual" || status=$?
    cat "$actual"
    compared=$((compared + 1))
    if ((status > 2)); then
      complain "exit code $status for examples/$report"
      failed=$((failed + 1))
    elif [[ ${UPDATE_EXPECTED:-} == 1 ]]; then
      cmp -s "$actual" "$report.expected" && continue
      cp "$actual" "$report.expected"
      say "wrote examples/$report.expected"
    elif [[ ! -e $report.expected ]]; then
      complain "examples/$report.expected is missing; UPDATE_EXPECTED=1 examples/run.sh writes it"
      failed=$((failed + 1))
    elif ! diff -u --label "examples/$report.expected" --label 'printed now' \
      "$report.expected" "$actual"; then
      complain "examples/$report: not as expected"
      failed=$((failed + 1))
    fi
  done
  cd "$root"
  if ((compared == 0)); then
    complain 'there are no reports in examples/'
    return 1
  fi
  if ((failed)); then
    complain "$failed of $compared examples failed"
    return 1
  fi
  say "$compared examples as expected"
}

# True if this script is run, false if it is sourced.
if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
  if (($#)); then
    complain 'examples/run.sh takes no arguments'
    exit 2
  fi
  install_packages "${build_packages[@]}"
  [[ -e $root/build/build.ninja || -e $root/build/Makefile ]] ||
    configure "$root/build" -DBUILD_TESTING=OFF
  cmake --build "$root/build" --target hegui
  compare_examples
fi
