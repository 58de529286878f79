// hegui completions SHELL: the script that teaches a shell to complete hegui's command lines. It
// asks the program itself each time (commands/complete.h), so it never falls behind.

#include <string_view>

#include "commands/commands.h"
#include "system/output_file.h"
#include "system/standard_streams.h"

namespace hegui {
namespace {

constexpr std::string_view bash = R"(# bash completion for hegui

_hegui() {
  local i word current before line paths=''
  local -a words=()
  # bash cuts words at =, too; they are put together again, and of a candidate only what stands
  # behind the last cut is inserted.
  for ((i = 1; i <= COMP_CWORD; ++i)); do
    word=${COMP_WORDS[i]}
    if ((i > 1)) && [[ $word == = || ${COMP_WORDS[i - 1]} == = ]]; then
      words[-1]+=$word
    else
      words+=("$word")
    fi
  done
  current=${COMP_WORDS[COMP_CWORD]}
  [[ $current != = ]] || current=''
  before=${words[-1]%"$current"}
  [[ $before == *= ]] || before=''
  words[-1]="=${words[-1]}"

  COMPREPLY=()
  while IFS= read -r line; do
    if [[ -z $paths ]]; then
      paths=$line
      continue
    fi
    word=${line%%$'\t'*}
    COMPREPLY+=("${word#"$before"}")
  done < <("${COMP_WORDS[0]/#\~/$HOME}" __complete "${words[@]}" 2>/dev/null)

  # Without candidates bash completes paths by itself, and knows best how to quote them.
  if [[ $paths == none ]]; then
    compopt +o default +o bashdefault
  elif [[ $paths == folders ]]; then
    compopt -o dirnames
  elif ((${#COMPREPLY[@]})); then
    compopt -o filenames
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$current")
  fi
  [[ ${COMPREPLY[0]-} != *= ]] || compopt -o nospace
}

complete -o default -o bashdefault -F _hegui hegui
)";

constexpr std::string_view zsh = R"(#compdef hegui

_hegui() {
  local line word paths space=' '
  local -a lines candidates
  lines=("${(@f)$(${~${(Q)words[1]}} __complete "${(@Q)words[2,CURRENT-1]}" "=${(Q)PREFIX}" 2>/dev/null)}")
  paths=$lines[1]
  for line in "${(@)lines[2,-1]}"; do
    word=${line%%$'\t'*}
    [[ $word != *= ]] || space=''
    candidates+=("${word//:/\\:}:${line#*$'\t'}")
  done
  local result=1
  ((! $#candidates)) || _describe -t values hegui candidates -S "$space" && result=0
  case $paths in
    files) compset -P '*='; _files && result=0 ;;
    folders) compset -P '*[=:]'; _files -/ && result=0 ;;
  esac
  return result
}

# As a file of $fpath this is the function itself; otherwise it is sourced.
if [[ $funcstack[1] == _hegui ]]; then
  _hegui "$@"
else
  compdef _hegui hegui
fi
)";

constexpr std::string_view fish = R"(# fish completion for hegui

function __hegui_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l program $words[1]
    set -e words[1]
    set -l lines ($program __complete $words "=$current" 2>/dev/null)
    set -q lines[1]; or return
    set -l paths $lines[1]
    set -e lines[1]
    string join \n -- $lines
    # A path may begin behind --option= or NAME=.
    set -l before (string match -r '^.*=' -- $current)
    set -l path (string replace -r '^.*=' '' -- $current)
    switch $paths
        case files
            string replace -r '^' -- "$before" (__fish_complete_path $path)
        case folders
            string replace -r '^' -- "$before" (__fish_complete_directories $path)
    end
end

complete -c hegui -f -a '(__hegui_complete)'
)";

constexpr std::string_view powershell = R"(# PowerShell completion for hegui

Register-ArgumentCompleter -Native -CommandName hegui -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object { $_.Extent.Text.Trim('"', "'") })
    $program = $words[0]
    $before = @($words | Select-Object -Skip 1)
    $lines = @(& $program __complete @before "=$wordToComplete" 2>$null)
    if ($lines.Count -eq 0) { return }
    $lines | Select-Object -Skip 1 | ForEach-Object {
        $word, $help = $_ -split "`t", 2
        if (-not $help) { $help = $word }
        [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $help)
    }
    if ($lines[0] -ne 'none') {
        [System.Management.Automation.CompletionCompleters]::CompleteFilename($wordToComplete)
    }
}
)";

}  // namespace

int completions_command(const Request& request) {
  print(request.shell == "bash"   ? bash
        : request.shell == "zsh"  ? zsh
        : request.shell == "fish" ? fish
                                  : powershell);
  return Exit::clean;
}

}  // namespace hegui
