#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "cli/command_table.h"
#include "text/language.h"

namespace hegui {

/// Options that are right each for itself and wrong together, or a value that no option takes.
class UsageError : public std::runtime_error {
 public:
  UsageError(const std::string& option, const Message& message)
      : std::runtime_error(option + ": " + message.en), message_(about(option, message)) {}
  explicit UsageError(const Message& message) : std::runtime_error(message.en), message_(message) {}

  const Message& message() const { return message_; }

 private:
  Message message_;
};

/// That a word is none of those that may stand in its place.
Message not_among(const std::string& word, const std::vector<std::string>& known);

/// What the parser found wrong with a command line.
struct Mistake {
  enum class Kind : unsigned char {
    missing,        ///< Something that must be there.
    word_too_many,  ///< A word that is no argument, option or command.
    values,         ///< An option without as many values as it takes, or with more.
    together,       ///< Two options of which one excludes the other,
    alone,          ///< or needs it.
    other,
  };
  Kind kind = Kind::other;
  Message message = {};                    ///< In the words of the parser, if nobody has better.
  std::vector<std::string> commands = {};  ///< The names up to the command: rules, list.
  std::vector<std::string> rest = {};      ///< Words that nothing takes.
};

/// What is wrong with a command line and what to do, with the option or command that was probably
/// meant, or the commands that are possible.
std::string usage_message(const CommandInfo& program, const Mistake& mistake, Language language);

}  // namespace hegui
