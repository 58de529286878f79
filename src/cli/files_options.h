#pragma once

#include "run/request.h"

namespace CLI {
class App;
}

namespace hegui {

/// Options that say which reports, for commands that take many.
void add_files(CLI::App& command, Request& request);

}  // namespace hegui
