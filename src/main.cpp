#include <csignal>
#include <cstdio>
#include <exception>
#include <new>

#include "commands/command_line.h"
#include "commands/commands.h"

int main(int count, char** arguments) {
  // Writing says so instead.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return hegui::run_command_line(count, arguments);
  } catch (const std::bad_alloc&) {
    std::fputs("hegui: there is not enough memory\n", stderr);
    return hegui::Exit::trouble;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "hegui: internal error, please report it: %s\n", error.what());
    return hegui::Exit::internal_error;
  }
}
