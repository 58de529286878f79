#include "cli/command_table.h"

#include <algorithm>

namespace hegui {

bool OptionInfo::has_long_name(std::string_view wanted) const {
  return std::ranges::find(long_names, wanted) != long_names.end();
}

const CommandInfo* CommandInfo::command(std::string_view wanted) const {
  const auto found = std::ranges::find(commands, wanted, &CommandInfo::name);
  return found == commands.end() ? nullptr : &*found;
}

std::string shown_type(std::string_view type) {
  const std::size_t open = type.find('{');
  if (open == std::string_view::npos) return std::string(type.substr(0, type.find(':')));
  std::string choices(type.substr(open + 1, type.find('}') - open - 1));
  std::ranges::replace(choices, ',', '|');
  return choices;
}

}  // namespace hegui
