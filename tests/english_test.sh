#!/usr/bin/env bash
# Nothing Chinese in English: no character and no mark, whatever is asked for and found, when language, report
# and rule set are English. What is quoted from a rule set or report is English here, too.
#
#   english_test.sh PROGRAM   exit 0: nothing, 1: something, which is printed
set -uo pipefail

program=$(realpath "$1")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
unset HEGUI_RULES_PATH LC_ALL LC_MESSAGES
export LANG=en_GB.UTF-8 COLUMNS=100 PYTHONIOENCODING=utf-8

cat >report.md <<'END'
# Fire drill of 4 April 2025: report

The drill was held in the morning. It took 12 minutes, TBD.

## What went well

- Everybody left the house (a drill "as in the book".
- The alarm was heard on all 3 floors, because it is new.

All staff and all visitors of the day took part, and so did the children of the nursery on the ground
floor, who had been told a story about a dragon before. The fire brigade watched from the yard and had
nothing to complain of except for the parked cars, of which there were too many in front of the gate

## What went badly.

1. Two doors were locked.
1. The list of names was old
3. Nobody knew the meeting point.

## Next steps

- Unlock the doors
END

cat >drill.yaml <<'END'
hegui: 1
id: drill
title: Fire drill
language: en
applies: {title-or-lead: [fire drill], looks-like: {plan: {title: [plan]}}}
vars:
  year: {find: '/(20\d\d)/', in: [option, title, lead]}
  next: year + 1
grades: {good: 80, poor: 0}
basis:
  law: {title: Fire Act, in-force: 2020-01-01, verified: true}
terms:
  reason: [because, due to]
requirements:
  - id: well
    title: What went well
    basis: law section 2
    why: It is to be kept.
    fix: Say it.
    found-by: [{heading: [went well]}]
    checks:
      - {id: length, length: {min-sentences: 9}}
      - {id: figures, figures: {min: 4}}
      - {id: items, items: {min: 7}}
      - {id: topics, need: {at-least: 2, of: {alarm: [alarm], smoke: [smoke], doors: [door]}}}
      - {id: words, count: {of: [alarm, smoke], min: 2}}
  - id: badly
    title: What went badly
    found-by: [{heading: [went badly], mostly: [door, list, nobody], share: 20%}]
    checks:
      - {id: reasons, need: [$reason], per: item, share: 90%}
  - id: reasons
    title: Why
    within: badly
    checks: [{id: stated, need: [$reason], none: missing}]
  - id: steps
    title: Next steps
    not-in: [lead]
    found-by:
      - {heading: [next step], as: weak, because: the drill is over}
  - id: costs
    title: Costs
    found-by: [{heading: [cost]}, {passage: {all: [euro, cost]}, unit: sentence}]
  - id: cost-reasons
    title: Reasons of costs
    within: costs
    checks: [{id: stated, need: [$reason]}]
  - id: smoke
    title: Smoke
    applies-when: {year: 2030..}
    found-by: [{passage: [smoke]}]
checks:
  - {id: open, forbid: [TBD], deduct: 1, cap: 3}
  - {id: pairs, pairs: ['“”', '()']}
  - {id: ends, endings: paragraphs, severity: note}
  - {id: heads, endings: headings, severity: note}
  - {id: numbers, numbering: items}
  - {id: order, order: requirements}
END

failed=0 asked=0
# no_chinese EXIT COMMAND...: what it prints, on both streams, is English, and it ends with EXIT.
no_chinese() {
  local wanted=$1 code
  shift
  asked=$((asked + 1))
  "$@" >"$scratch/out" 2>&1 </dev/null
  code=$?
  if ((code != wanted)); then
    echo "Exit $code, not $wanted: $*"
    failed=$((failed + 1))
  fi
  LC_ALL=C.UTF-8 grep -nP '[\x{3000}-\x{303F}\x{3400}-\x{9FFF}\x{FF00}-\x{FFEF}]' "$scratch/out"
  (($? == 1)) && return
  echo "Chinese in: $*"
  failed=$((failed + 1))
}
hegui() { "$program" "$@"; }

for form in full concise json jsonl sarif github gitlab junit rdjson markdown csv html; do
  no_chinese 1 hegui check -r drill.yaml -f "$form" report.md
done
no_chinese 1 hegui check -r drill.yaml -v --show-passed --statistics report.md
for rule in well badly reasons steps costs smoke; do
  no_chinese 1 hegui check -r drill.yaml -q --trace "drill/$rule" report.md
done
for rule in well badly reasons steps costs smoke open pairs; do
  no_chinese 0 hegui explain -r drill.yaml "drill/$rule"
done
for form in text json csv; do no_chinese 0 hegui score -r drill.yaml -f "$form" report.md; done
cp report.md again.md
no_chinese 0 hegui score -r drill.yaml report.md again.md
no_chinese 0 hegui outline -r drill.yaml report.md
for rule in summary impact timeline cause response lessons actions placeholder; do
  no_chinese 0 hegui explain "postmortem/$rule"
done
no_chinese 1 hegui check -r postmortem -v --show-passed report.md
no_chinese 0 hegui show report.md
no_chinese 0 hegui rules list drill.yaml
no_chinese 0 hegui rules show drill.yaml
no_chinese 0 hegui rules check drill.yaml
no_chinese 0 hegui test drill.yaml
no_chinese 0 hegui test --corpus . drill.yaml
no_chinese 0 hegui config -r drill.yaml report.md
no_chinese 0 hegui baseline write -r drill.yaml report.md
no_chinese 0 hegui baseline show
no_chinese 0 hegui check -r drill.yaml report.md
no_chinese 0 hegui baseline prune -r drill.yaml report.md
rm .hegui-baseline.json
mkdir empty && no_chinese 2 hegui check -r drill.yaml empty
cd empty
no_chinese 0 hegui init
no_chinese 0 cat .hegui.yaml
cd ..

# A rule file with everything wrong.
# shellcheck disable=SC2016 # $reason is a word list.
sed -e 's/^title:/titel:/' -e 's/id: length,/id: figures,/' -e 's/\[\$reason\]/[$resaon]/' \
  -e 's/min: 4/min: many/' -e 's/because: the drill is over/becuase: x/' -e 's/share: 20%/share: 2/' \
  drill.yaml >broken.yaml
no_chinese 2 hegui rules check broken.yaml
no_chinese 2 hegui check -r broken.yaml report.md
no_chinese 2 hegui check -r nowhere report.md

# Help and wrong usage.
no_chinese 0 hegui --help
for command in check score outline show explain config init scaffold test completions 'rules list' \
  'rules show' 'rules check' 'rules schema' rules baseline 'baseline write' 'baseline prune'; do
  # shellcheck disable=SC2086 # A command may be two words.
  no_chinese 0 hegui $command --help
  # shellcheck disable=SC2086
  no_chinese 2 hegui $command --no-such-option
done
no_chinese 0 hegui __complete =
no_chinese 0 hegui __complete check =--
no_chinese 2 hegui chek report.md
no_chinese 2 hegui check
no_chinese 2 hegui check -f pdf report.md
no_chinese 2 hegui check -j many report.md
no_chinese 2 hegui check --fail-on never --fail-on note report.md
no_chinese 2 hegui check --staged --changed
no_chinese 2 hegui check --lang fr report.md
no_chinese 2 hegui check nowhere.md

echo "$asked commands, $failed with something Chinese or another exit code"
((failed == 0))
