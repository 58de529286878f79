#!/usr/bin/env bash
# What a walk of a folder leaves out is what git ignores: each tests/golden/ignore/*.case holds ignore
# files, each after a line "== PATH". They are put into a repository with the files of `tree`, and
# what `hegui check .` takes up must be what `git ls-files --others --exclude-standard` lists.
#
#   ignore_test.sh PROGRAM     exit 0: all alike, 1: not, 77: there is no git
set -uo pipefail

program=$(realpath "$1")
rules=$(realpath "$(dirname "${BASH_SOURCE[0]}")/golden/cli/demo.yaml")
cases=$(realpath "$(dirname "${BASH_SOURCE[0]}")/golden/ignore")
command -v git >/dev/null || { echo 'git is not installed'; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null LC_ALL=C.UTF-8

make_tree() { # FOLDER
  local path
  git init -q "$1"
  while read -r path || [[ -n $path ]]; do
    mkdir -p "$1/$(dirname "$path")"
    echo '正文' >"$1/$path"
  done <"$cases/tree"
}

put_ignore_files() { # CASE FOLDER NAME
  sed 's/\r*$//' "$1" | awk -v folder="$2" -v name="$3" '
    /^== / { path = folder "/" substr($0, 4); sub(/\.gitignore$/, name, path); next }
    { print >path }'
}

# Without the carriage returns of a case nothing would be tested by it.
keep_line_ends() { # CASE FOLDER NAME
  if grep -q $'\r' "$1"; then sed -i 's/$/\r/' "$2/$3"; fi
}

taken_up() { # FOLDER
  (cd "$1" && "$program" check -r "$rules" -f json . |
    grep -o '"path":"[^"]*"' | sed 's/^"path":"\(.*\)"$/\1/' | sort)
}

failed=0 compared=0
compare() { # NAME EXPECTED ACTUAL
  compared=$((compared + 1))
  diff -u --label "$1: expected" --label "$1: taken up" "$2" "$3" || failed=$((failed + 1))
}

for case in "$cases"/*.case; do
  name=$(basename "$case" .case)
  make_tree "$scratch/$name"
  put_ignore_files "$case" "$scratch/$name" .gitignore
  keep_line_ends "$case" "$scratch/$name" .gitignore
  git -C "$scratch/$name" -c core.quotePath=false ls-files --others --exclude-standard |
    grep '\.txt"*$' | sed 's/^"\(.*\)"$/\1/' | sort >"$scratch/expected"
  if [[ $(wc -l <"$scratch/expected") == $(wc -l <"$cases/tree") ]]; then
    echo "$name: ignores nothing, so it tests nothing"
    failed=$((failed + 1))
  fi
  compare "$name" "$scratch/expected" <(taken_up "$scratch/$name")
  # The same in files of ours, which git does not know.
  make_tree "$scratch/$name-ours"
  put_ignore_files "$case" "$scratch/$name-ours" .heguiignore
  keep_line_ends "$case" "$scratch/$name-ours" .heguiignore
  compare "$name in .heguiignore" "$scratch/expected" <(taken_up "$scratch/$name-ours")
done

echo "$compared walks, $failed not as git has it"
((compared > 0 && failed == 0))
