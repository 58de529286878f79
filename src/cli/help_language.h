#pragma once

#include <optional>
#include <span>
#include <string>

#include "text/language.h"

namespace hegui {

/// The language that a command line (the words after the program's name) or the environment asks
/// for: --lang, else LC_ALL, LC_MESSAGES or LANG, the first that is set. A locale of another
/// language gets English; C and POSIX ask for none.
std::optional<Language> asked_language(std::span<const std::string> words);

/// That of the first rule set that the line names by -r, if it can be read. Nothing is reported.
std::optional<Language> language_of_rules(std::span<const std::string> words);

}  // namespace hegui
