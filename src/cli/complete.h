#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/command_table.h"
#include "text/language.h"

namespace hegui {

/// A word that may stand where a command line is being written.
struct Candidate {
  std::string word;
  std::string help = {};
};

struct Candidates {
  enum class Paths : unsigned char { none, files, folders };
  std::vector<Candidate> words = {};
  Paths paths = Paths::none;  ///< What of the file system may stand there, too.
};

/// What may stand in the place of the last of `words`, which are those after the program's name;
/// what it already says is the beginning of every candidate. Read from the tables of the command
/// line, so that no option can be forgotten; rule ids come from the rule sets that the line names.
Candidates complete(const CommandInfo& program, std::span<const std::string> words,
                    Language language);

/// What the scripts of `hegui completions` call: prints "none", "files" or "folders", and then a
/// line "WORD<tab>HELP" for each candidate. The last of `words` is preceded by a mark, =, because
/// some shells drop arguments that are empty.
int complete_command(const CommandInfo& program, std::vector<std::string> words, Language language);

}  // namespace hegui
