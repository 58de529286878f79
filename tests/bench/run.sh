#!/usr/bin/env bash
# How long hegui takes, and whether that grows as the input does. Makes its inputs of the
# examples' text in a temporary folder, measures in turn (A B C, A B C, …) and prints medians.
# A ratio is the median of the ratios within a round, so that a busy machine slows both sides.
#
#   tests/bench/run.sh [PROGRAM]      build/hegui by default
#   ROUNDS=9 tests/bench/run.sh       5 by default
#
# Figures depend on the machine, so nothing here fails because of one: a goal that is missed is
# marked. Exit code 2: the program is not there, or does not check what it is given.
set -euo pipefail
export LC_ALL=C

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." >/dev/null && pwd)
program=${1:-$root/build/hegui}
rounds=${ROUNDS:-5}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

complain() { printf 'bench: %s\n' "$*" >&2; }

if [[ ! -x $program ]]; then
  complain "there is no $program; examples/run.sh builds it"
  exit 2
fi

# --- inputs

generate() { # KIND SIZE [START]
  # The first lacks two parts: looking for what is nearest to them is work, too.
  local examples=("$root"/examples/{no-principals,good,themes,unnumbered}.txt)
  awk -v kind="$1" -v size="$2" -v start="${3:-0}" -f "$root/tests/bench/generate.awk" \
    "${examples[@]}"
}

# A rule file whose one check forbids COUNT phrases. Their beginnings are common, they are not.
forbid_rules() { # COUNT
  awk -v count="$1" 'BEGIN {
    words = split("工作 法治 建设 执法 矛盾 纠纷 街道 群众 制度 服务", word, " ")
    print "hegui: 1\nid: bench\ntitle: 测速\nchecks:\n  - id: phrases\n    forbid:"
    for (i = 0; i < count; ++i)
      printf "      - %s%s%s甲\n", word[i % words + 1], word[int(i / 10) % words + 1],
        word[int(i / 100) % words + 1]
  }'
}

printf 'bench: making the inputs\n'
ln -s "$(realpath "$program")" "$scratch/hegui"
cd "$scratch"
generate report 10000 >10k.txt
generate report 2000000 >2m.txt
generate report 20000000 >20m.txt
# As examples/flattened.txt: all in one line below the title.
awk 'NR == 1 { print; next } { printf "%s", $0 } END { print "" }' 2m.txt >line.txt
generate headings 10000 >headings-10k.txt
generate headings 100000 >headings-100k.txt
generate items 1000 >items-1k.txt
generate items 10000 >items-10k.txt
generate sections 3000 >sections-3k.txt
generate sections 30000 >sections-30k.txt
mkdir reports
for i in {1..200}; do generate report 10000 "$i" >"reports/$i.txt"; done
# As many as a district collects. The same text is read again each time.
mkdir many
for i in {0..1999}; do cp "reports/$((i % 200 + 1)).txt" "many/$i.txt"; done
for count in 10 100 1000; do forbid_rules "$count" >"forbid-$count.yaml"; done
printf '%s\n' 'hegui: 1' 'id: bench' 'title: 测速' 'checks: [{id: hits, forbid: [法治]}]' >hits.yaml

# --- what is measured

names=() # In this order.
declare -A commands=() repeats=() documents=()

# measure NAME REPEATS DOCUMENTS ARGUMENT...; short runs are repeated within a round.
measure() {
  local name=$1
  names+=("$name")
  repeats[$name]=$2
  documents[$name]=$3
  shift 3
  commands[$name]="$*"
}

measure true 20 0 /bin/true
measure one 20 1 ./hegui 10k.txt
measure reports 1 200 ./hegui reports
measure many 1 2000 ./hegui -j 1 many
measure many-2 1 2000 ./hegui -j 2 many
measure 2m 1 1 ./hegui 2m.txt
measure 20m 1 1 ./hegui 20m.txt
measure line 1 1 ./hegui line.txt
measure headings-10k 1 1 ./hegui headings-10k.txt
measure headings-100k 1 1 ./hegui headings-100k.txt
measure items-1k 3 1 ./hegui items-1k.txt
measure items-10k 1 1 ./hegui items-10k.txt
measure sections-3k 3 1 ./hegui sections-3k.txt
measure sections-30k 1 1 ./hegui sections-30k.txt
measure forbid-10 3 1 ./hegui -r forbid-10.yaml 2m.txt
measure forbid-100 3 1 ./hegui -r forbid-100.yaml 2m.txt
measure forbid-1000 1 1 ./hegui -r forbid-1000.yaml 2m.txt
measure hits 3 1 ./hegui -r hits.yaml -f concise 2m.txt
measure hits-line 1 1 ./hegui -r hits.yaml -f concise line.txt

# A time means nothing if the work was not done.
for name in "${names[@]}"; do
  ((documents[$name])) || continue
  read -r -a words <<<"${commands[$name]/-f concise/} -f json"
  checked=$("${words[@]}" | grep -o '"status":"checked"' | wc -l || true)
  if ((checked != documents[$name])); then
    complain "${commands[$name]}: checked $checked of ${documents[$name]} documents"
    exit 2
  fi
done

if ! cmp -s <(./hegui -j 1 many) <(./hegui -j 2 many); then
  complain 'two threads do not print what one prints'
  exit 2
fi

now() { # Microseconds.
  local time=$EPOCHREALTIME
  echo "${time/[.,]/}"
}

printf 'bench: measuring %s, %s rounds\n' "$(./hegui --version)" "$rounds"
for ((round = 1; round <= rounds; ++round)); do
  for name in "${names[@]}"; do
    read -r -a words <<<"${commands[$name]}"
    begin=$(now)
    for ((i = 0; i < repeats[$name]; ++i)); do
      "${words[@]}" >/dev/null 2>&1 || true
    done
    end=$(now)
    echo "$name $(((end - begin) / repeats[$name]))" >>samples.txt
  done
done

# --- results

median() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

milliseconds() { # NAME
  awk -v name="$1" '$1 == name { print $2 / 1000 }' samples.txt | median
}

ratio() { # NAME NAME
  awk -v a="$1" -v b="$2" '
    $1 == a { of_a[++n] = $2 }
    $1 == b { of_b[++m] = $2 }
    END { for (i = 1; i <= n; ++i) print of_a[i] / of_b[i] }' samples.txt | median
}

memory() { # NAME; MiB, nothing without /usr/bin/time
  local words
  [[ -x /usr/bin/time ]] || return 0
  read -r -a words <<<"${commands[$1]}"
  /usr/bin/time -v "${words[@]}" 2>&1 >/dev/null |
    awk '/Maximum resident set size/ { print $NF / 1024 }'
}

# row TEXT FIGURE UNIT [LIMIT [<|>]]
row() {
  local judged='' sign=${5:-<}
  [[ -z ${4:-} ]] || judged=$(awk -v f="$2" -v l="$4" -v sign="$sign" '
    BEGIN { print (sign == "<" ? f < l : f > l) ? "met" : "missed" }')
  printf '%-58s %9.1f %-4s %8s  %s\n' "$1" "$2" "$3" "${4:+$sign $4}" "$judged"
}

printf '\n%-58s %9s %-4s %8s\n' 'median' figure '' goal
row '10 KB report, from start to finish' "$(milliseconds one)" ms
row '  against /bin/true' "$(ratio one true)" x
row '200 reports of 10 KB, each' "$(awk -v t="$(milliseconds reports)" 'BEGIN { print t / 200 }')" ms
row '2,000 reports, 1 thread' "$(milliseconds many)" ms
row '  against 2 threads' "$(ratio many many-2)" x 1.8 '>'
row '2 MB in lines' "$(milliseconds 2m)" ms
row '20 MB in lines' "$(milliseconds 20m)" ms
row '  against 2 MB' "$(ratio 20m 2m)" x 12
row '2 MB in one line' "$(milliseconds line)" ms
row '  against the same in lines' "$(ratio line 2m)" x 3
row '100,000 headings' "$(milliseconds headings-100k)" ms
row '  against 10,000' "$(ratio headings-100k headings-10k)" x 12
row '10,000 items in one paragraph' "$(milliseconds items-10k)" ms
row '  against 1,000' "$(ratio items-10k items-1k)" x 12
row '30,000 sections that requirements claim' "$(milliseconds sections-30k)" ms
row '  against 3,000' "$(ratio sections-30k sections-3k)" x 12
row '2 MB, 10 phrases forbidden' "$(milliseconds forbid-10)" ms
row '2 MB, 1,000 phrases forbidden' "$(milliseconds forbid-1000)" ms
row '  100 against 10' "$(ratio forbid-100 forbid-10)" x
row '  1,000 against 10' "$(ratio forbid-1000 forbid-10)" x 2
row '2 MB in lines with thousands of findings' "$(milliseconds hits)" ms
row '  the same in one line, against in lines' "$(ratio hits-line hits)" x 3
for name in one reports many-2 2m 20m; do
  peak=$(memory "$name")
  [[ -n $peak ]] || continue
  case $name in
    one) row 'peak memory, 10 KB report' "$peak" MiB ;;
    reports) row 'peak memory, 200 reports' "$peak" MiB ;;
    many-2) row 'peak memory, 2,000 reports, 2 threads' "$peak" MiB 20 ;;
    2m) row 'peak memory, 2 MB' "$peak" MiB ;;
    20m) row 'peak memory, 20 MB' "$peak" MiB 36 ;;
  esac
done
