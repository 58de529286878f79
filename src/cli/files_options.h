#pragma once

#include <CLI/CLI.hpp>

#include "run/request.h"

namespace hegui {

/// Options that say which reports, for commands that take many.
void add_files(CLI::App& command, Request& request);

}  // namespace hegui
