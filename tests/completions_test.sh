#!/usr/bin/env bash
# Completion in a real shell: each line of the table is typed on a terminal, a tab for every ⇥, and
# must reach the program with the arguments after it.
#
#   completions_test.sh PROGRAM SHELL     exit 0: all do, 1: not, 77: the shell is not there
set -uo pipefail

program=$(realpath "$1") shell=$2
type -P "$shell" >/dev/null || { echo "$shell is not there"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
mkdir folder
touch 'first report.txt' 二号报告.docx folder/inner.txt
export program
unset HEGUI_RULES_PATH

cat >table <<'END'
hegui outl⇥x.txt                            <outline> <x.txt>
hegui rules sho⇥faz⇥                        <rules> <show> <fazhi>
hegui check --files-f⇥x                     <check> <--files-from> <x>
hegui --allow-e⇥x                           <--allow-empty> <x>
hegui -f conc⇥x                             <-f> <concise> <x>
hegui --format=sar⇥x                        <--format=sarif> <x>
hegui --format json=fol⇥                    <--format> <json=folder/>
hegui --rules-path=fol⇥                     <--rules-path=folder/>
hegui --lang e⇥x                            <--lang> <en> <x>
hegui --select fazhi/ca⇥x                   <--select> <fazhi/causes> <x>
hegui --select fazhi/causes,gongwen/pa⇥x    <--select> <fazhi/causes,gongwen/pairs> <x>
hegui --severity fazhi/cau⇥wa⇥x             <--severity> <fazhi/causes=warning> <x>
hegui explain gongwen/att⇥                  <explain> <gongwen/attachment>
hegui check fir⇥                            <check> <first report.txt>
hegui 二⇥                                   <二号报告.docx>
hegui -q -- fol⇥inn⇥                        <-q> <--> <folder/inner.txt>
hegui --rules-path fol⇥                     <--rules-path> <folder/>
hegui completions fi⇥                       <completions> <fish>
END

# The program is a function that shows what reaches it; the script asks the real one.
case $shell in
  bash | zsh)
    cat >start <<'END'
hegui() {
  if [[ $1 == __complete ]]; then "$program" "$@"; else printf '<%s> ' "$@" >>reached; echo >>reached; fi
}
END
    [[ $shell == bash ]] || echo 'autoload -U compinit; compinit -D -u' >>start
    ;;
  fish)
    cat >start <<'END'
function hegui
    if test "$argv[1]" = __complete
        $program $argv
    else
        printf '<%s> ' $argv >>reached
        echo >>reached
    end
end
END
    ;;
esac
"$program" completions "$shell" >>start || exit 1
case $shell in
  bash) run='bash --noprofile --rcfile start -i' ;;
  zsh) run='zsh -f -i' ;;
  fish) run='fish --no-config -i -C "source start"' ;;
esac

{
  [[ $shell != zsh ]] || echo 'source ./start'
  sed -E 's/ +<.*$//; s/⇥/\t/g' table
  echo exit
} >typed
# HOME: what shells write down about their use is no business of the user's.
HOME=$scratch LC_ALL=C.UTF-8 TERM=xterm timeout 60 \
  script -qec "stty cols 200; $run" /dev/null <typed >screen 2>&1

# zsh takes the slash after a folder away when the line ends there.
[[ ! -e reached ]] || sed -i 's#/>#>#' reached
sed -E 's/^[^<]*//; s#/>#>#; s/$/ /' table >expected
diff -u --label expected --label 'reached the program' expected reached && exit 0
[[ -s reached ]] || cat -v screen
exit 1
