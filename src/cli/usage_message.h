#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "cli/command_table.h"

namespace hegui {

/// Options that are right each for itself and wrong together, or a value that no option takes.
class UsageError : public std::runtime_error {
 public:
  UsageError(const std::string& option, const std::string& message)
      : std::runtime_error(option + ": " + message) {}
};

/// What the parser found wrong with a command line.
struct Mistake {
  enum class Kind : unsigned char {
    missing,        ///< Something that must be there.
    word_too_many,  ///< A word that is no argument, option or command.
    value_too_few,  ///< An option without as many values as it takes, or with more.
    other,
  };
  Kind kind = Kind::other;
  std::string message = {};                ///< In the words of the parser.
  std::vector<std::string> commands = {};  ///< The names up to the command: rules, list.
  std::vector<std::string> rest = {};      ///< Words that nothing takes.
};

/// What is wrong with a command line and what to do: the parser's message, with the option or
/// command that was probably meant, or the commands that are possible.
std::string usage_message(const CommandInfo& program, const Mistake& mistake);

}  // namespace hegui
