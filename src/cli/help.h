#pragma once

#include <string>

#include "cli/command_table.h"
#include "text/language.h"

namespace hegui {

/// What --help prints. `name` is the command as it stands on the line: hegui rules list.
std::string help(const CommandInfo& command, const std::string& name, Language language);

/// A type or a name of an argument as people read it: zh|en where it is a choice, FILE or 文件.
std::string shown_type(std::string_view type, Language language);

}  // namespace hegui
