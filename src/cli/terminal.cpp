#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace hegui {

int terminal_columns(int descriptor, int otherwise) {
  winsize size{};
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : otherwise;
}

void fit_to_terminal(OutputOptions& options) {
  const char* no_color = std::getenv("NO_COLOR");
  options.wraps = isatty(STDOUT_FILENO) == 1;
  options.color = (!no_color || !*no_color) && options.wraps;
  const char* columns = std::getenv("COLUMNS");
  const int wanted = columns ? std::atoi(columns) : 0;
  options.columns = std::clamp(wanted > 0 ? wanted : terminal_columns(STDOUT_FILENO, 100), 40, 200);
  const char* ambiguous = std::getenv("HEGUI_AMBIGUOUS_WIDTH");
  options.ambiguous = ambiguous && std::string_view(ambiguous) == "2" ? 2 : 1;
}

}  // namespace hegui
