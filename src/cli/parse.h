#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/command_options.h"
#include "cli/command_table.h"
#include "run/request.h"

namespace hegui {

struct Command {
  const char* group;  ///< "rules" for `rules list`; empty for a command of its own.
  const char* name;
  Label summary;
  void (*add)(CLI::App&, Request&);
  int (*run)(const Request&);
};

/// Commands that share a first word.
struct Group {
  const char* name;
  Label summary;
};

struct Commands {
  std::span<const Command> all;
  std::span<const Group> groups;
};

/// All commands with all their options.
CommandInfo described(const Commands& commands, Language language);

/// What a command line asks for: a command, or nothing when help was printed or the line is wrong
/// and that was told; then the exit code says which.
struct Asked {
  const Command* command = nullptr;
  Request request = {};
  Exit exit = Exit::clean;
};

/// Of the words after the program's name, in the language that they or the environment ask for,
/// else in that of the rule set.
Asked parse(const Commands& commands, std::vector<std::string> words,
            std::optional<Language> asked);

}  // namespace hegui
