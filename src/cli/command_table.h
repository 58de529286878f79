#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hegui {

/// What the command line offers, as data and in one language: help, completion, the manual page and
/// messages about wrong usage read it here, and do not know the library that parses command lines.

struct OptionInfo {
  std::vector<std::string> short_names = {};  ///< Without their dashes.
  std::vector<std::string> long_names = {};
  std::string name = {};  ///< As messages call it: --lang; FILE if it is an argument.
  std::string type = {};  ///< Of its value: FILE, TEXT:{zh,en}, N:UINT in [1 - 256].
  std::string summary = {};
  std::string default_value = {};
  char delimiter = '\0';  ///< Between values in one word; '\0' for none.
  int most_values = 0;    ///< 0 for a flag.
  bool is_argument = false;
  bool is_required = false;

  bool takes_value() const { return most_values > 0; }
  bool has_long_name(std::string_view wanted) const;
};

struct CommandInfo {
  std::string name = {};
  std::string summary = {};
  std::vector<OptionInfo> options = {};
  std::vector<CommandInfo> commands = {};  ///< Of the program, or of a group.
  std::string footer = {};                 ///< What --help says below the options.

  /// Null if there is none.
  const CommandInfo* command(std::string_view wanted) const;
};

/// What a user puts after an option whose value has this type: zh|en where it is a choice, N, FILE.
std::string shown_type(std::string_view type);

}  // namespace hegui
