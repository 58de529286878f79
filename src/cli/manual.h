#pragma once

#include <string>
#include <string_view>

#include "cli/command_table.h"
#include "text/language.h"

namespace hegui {

/// hegui.1 for man(1), in the macros of man(7) and in ASCII: commands and options from the tables
/// of the command line. `date` is that of the build.
std::string manual(const CommandInfo& program, std::string_view date, Language language);

}  // namespace hegui
