#!/usr/bin/env bash
# Builds hegui with its tests in build/, compares the examples and runs ctest. Packages
# that are missing are installed first (Debian, Ubuntu).
#
#   tests/run.sh                    tests whose tool is absent are skipped and named
#   HEGUI_TESTS=all tests/run.sh    installs those tools, checks the format, tests what clang built
#                                   with the sanitizers (build/fuzz), too, and fuzzes each target of
#                                   it for half a minute
#   UPDATE_EXPECTED=1 tests/run.sh  writes the .expected files instead of comparing
#
# In CMakeLists.txt a test that needs a tool carries the label needs-TOOL.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=../examples/run.sh
. "$(dirname "${BASH_SOURCE[0]}")/../examples/run.sh"

test_packages=(catch2 libzip-dev)

# What only some tests need: the tool and the package that it comes from. Those after npm: go to a
# folder that lasts as long as this run.
optional_tools=(
  'actions-core     npm:@actions/core'
  'ajv              npm:ajv'
  'axe-core         npm:axe-core'
  'chromium         chromium'
  'clang++-14       clang-14'
  'clang-format     clang-format-14'
  'cmark-gfm        cmark-gfm'
  'debootstrap      debootstrap'
  'emscripten       emscripten'
  'fish             fish'
  'git              git'
  'jsonschema       python3-jsonschema'
  'junitparser      python3-junitparser'
  'libclang_rt      libclang-rt-14-dev'
  'mandoc           mandoc'
  'mingw            g++-mingw-w64-x86-64-posix'
  'nodejs           nodejs'
  'openpyxl         python3-openpyxl'
  'pandoc           pandoc'
  'pdftotext        poppler-utils'
  'pre-commit       pre-commit'
  'puppeteer-core   npm:puppeteer-core'
  'python3          python3'
  'sarif-multitool  npm:@microsoft/sarif-multitool'
  'shellcheck       shellcheck'
  'soffice          libreoffice-writer-nogui'
  'valgrind         valgrind'
  'vim              vim'
  'wine             wine'
  'xmllint          libxml2-utils'
  'yaml             python3-yaml'
  'zsh              zsh'
)

builds=0 passed=0 skipped=() failures=()

package_of() {
  local row tool package
  for row in "${optional_tools[@]}"; do
    read -r tool package <<<"$row"
    [[ $tool != "$1" ]] || { echo "$package"; return; }
  done
  echo "$1"
}

# Tests look for the packages in NODE_PATH, and are skipped when npm cannot get them.
install_node_packages() {
  (($#)) || return 0
  say "installing $* with npm"
  mkdir "$scratch/npm"
  if npm install --prefix "$scratch/npm" --no-save --no-audit --no-fund --ignore-scripts "$@" \
    >"$scratch/npm.log" 2>&1; then
    export NODE_PATH=$scratch/npm/node_modules
  else
    complain "npm could not install $*; what needs them is skipped"
  fi
}

# Notes each test of FOLDER that ctest, whose output is in LOG, did not run, and what it needs.
note_skipped() {
  local folder=$1 log=$2 name label tool
  local -a names
  local -A needs=()
  mapfile -t names < <(sed -n -E 's/^\t *[0-9]+ - (.*) \((Skipped|Disabled)\)$/\1/p' "$log")
  ((${#names[@]})) || return 0
  while read -r label; do
    tool=${label#needs-}
    while read -r name; do
      needs[$name]="needs $tool (package $(package_of "$tool"))"
    done < <(ctest --test-dir "$folder" -N -L "^${label//+/[+]}\$" |
      sed -n -E 's/^ *Test +#[0-9]+: (.*)$/\1/p' | sed 's/ (Disabled)$//')
  done < <(ctest --test-dir "$folder" --print-labels | sed -n 's/^ *\(needs-.*\)$/\1/p')
  for name in "${names[@]}"; do
    skipped+=("$name: ${needs[$name]:-it does not say what it needs}")
  done
}

# The page that checks in a browser, and the program for Windows; the test of what cannot be built
# says what is absent.
build_others() {
  local name start=$SECONDS libraries=$root/build/libraries
  local -a names=()
  if command -v em++ >/dev/null && command -v clang++-14 >/dev/null; then names+=(page); fi
  if command -v x86_64-w64-mingw32-g++-posix >/dev/null; then names+=(windows); fi
  ((${#names[@]})) || return 0
  if ! "$root/src/page/libraries.sh" "$libraries" >"$scratch/libraries.log" 2>&1; then
    cat "$scratch/libraries.log"
    complain "the sources of the libraries of the ${names[*]} cannot be fetched; their tests are skipped"
    return
  fi
  for name in "${names[@]}"; do
    say "build of the $name in build/$name"
    cmake -S "$root/src/$name" -B "$root/build/$name" -G Ninja --toolchain toolchain.cmake &&
      cmake --build "$root/build/$name" || failures+=("build of the $name")
  done
  say "${names[*]} took $((SECONDS - start)) s"
}

# build_and_test NAME FOLDER OPTION...
build_and_test() {
  local name=$1 folder=$2 log=$scratch/ctest.log status=0 start=$SECONDS
  shift 2
  say "build with $name in ${folder#"$root/"}"
  if ! { configure "$folder" "$@" -DBUILD_TESTING=ON && cmake --build "$folder"; }; then
    failures+=("build with $name")
    return
  fi
  [[ $folder != "$root/build" || ${HEGUI_TESTS:-} != all ]] || build_others
  # compare_examples runs the program of this folder.
  [[ $folder != "$root/build" ]] || compare_examples || failures+=(examples)
  ctest --test-dir "$folder" --parallel "$(nproc)" --output-on-failure --no-tests=error \
    --timeout 600 2>&1 |
    tee "$log" || status=1
  ((status == 0)) || failures+=("tests with $name")
  builds=$((builds + 1))
  passed=$((passed + $(grep -c -E '^ *[0-9]+/[0-9]+ Test +#[0-9]+: .* Passed ' "$log" || true)))
  note_skipped "$folder" "$log"
  say "$name took $((SECONDS - start)) s"
}

# Short: what a change broke is found by mutating the inputs of tests for a while.
fuzz() {
  local folder=$root/build/fuzz start=$SECONDS
  say 'fuzzing'
  "$root/tests/fuzz/run.sh" "$folder" 0.5 || failures+=(fuzzing)
  say "fuzzing took $((SECONDS - start)) s"
}

check_format() {
  say 'clang-format'
  find "$root/src" "$root/tests" \( -name '*.h' -o -name '*.hpp' -o -name '*.cpp' \) -print0 |
    xargs -0 -r clang-format-14 --dry-run -Werror && return
  complain 'clang-format-14 -i mends the layout of the files above'
  failures+=(clang-format)
}

if (($#)); then
  complain 'tests/run.sh takes no arguments'
  exit 2
fi
packages=() node_packages=()
case ${HEGUI_TESTS:-} in
  '') ;;
  all)
    for row in "${optional_tools[@]}"; do
      package=${row##* }
      if [[ $package == npm:* ]]; then
        node_packages+=("${package#npm:}")
      else
        packages+=("$package")
      fi
    done
    # It may have come with Node.js, beside which Debian's package cannot be.
    command -v npm >/dev/null || packages+=(npm)
    ;;
  *)
    complain "HEGUI_TESTS is \"$HEGUI_TESTS\"; it can be \"all\" or empty"
    exit 2
    ;;
esac
install_packages "${build_packages[@]}" "${test_packages[@]}" "${packages[@]}"
install_node_packages "${node_packages[@]}"

build_and_test 'the default compiler' "$root/build"
if [[ ${HEGUI_TESTS:-} == all ]]; then
  check_format
  # One build for three ends, since a build takes as long as its tests.
  build_and_test 'clang and the sanitizers' "$root/build/fuzz" --preset fuzz
  fuzz
fi

((${#skipped[@]} == 0)) || printf '%s\n' "${skipped[@]}" | sort -u | sed 's/^/hegui: skipped: /'
if ((${#failures[@]})); then
  complain "failed: $(printf '%s, ' "${failures[@]}" | sed 's/, $//')"
  exit 1
fi
if ((${#skipped[@]})) && [[ ${HEGUI_TESTS:-} != all ]]; then
  say 'HEGUI_TESTS=all tests/run.sh installs what they need'
fi
word=builds
((builds != 1)) || word=build
say "all tests passed ($passed in $builds $word, ${#skipped[@]} skipped)"
