#include "system/standard_streams.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "system/output_file.h"
#include "system/system_reason.h"
#include "text/printable.h"

namespace hegui {

void hold_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(stream, F_GETFD) >= 0) continue;
    // The lowest free number is that of the stream. The wrong way round, so that nobody takes
    // silence for success; messages have nowhere to go.
    const int way = stream == STDOUT_FILENO ? O_RDONLY : O_WRONLY;
    if (open("/dev/null", way) < 0) std::_Exit(2);
  }
}

void print(std::string_view text) {
  // Whoever reads it may stop, as head does: the run goes on for its exit code and its files.
  static bool closed = false;
  if (closed) return;
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0)
    return;
  closed = errno == EPIPE;
  if (closed) return;
  const Message reason = reason_of(errno);
  throw WriteError(say("标准输出写不了：{}", "standard output cannot be written: {}", reason));
}

void print_message(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

void complain(const Message& message, Language language) {
  const std::string line = "hegui: " + printable(message.in(language)) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace hegui
