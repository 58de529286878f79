#pragma once

namespace hegui {

/// Does what the arguments of main() ask for and returns the exit code. Throws what no command
/// expects: a bug of ours.
int run_command_line(int count, char** arguments);

}  // namespace hegui
