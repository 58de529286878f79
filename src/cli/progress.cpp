#include "cli/progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "cli/terminal.h"
#include "text/printable.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::size_t many = 20;
constexpr std::chrono::milliseconds moment{500}, pause{100};
constexpr int ambiguous = 2;

bool can_erase_lines() {
  const char* terminal = std::getenv("TERM");
  return isatty(STDERR_FILENO) == 1 && terminal && std::string_view(terminal) != "dumb";
}

/// The end of a name, which tells files of one folder apart.
std::string end_of(std::string_view name, int columns) {
  if (display_width(name, ambiguous) <= columns) return std::string(name);
  std::size_t begin = 0;
  while (begin < name.size() && display_width(name.substr(begin), ambiguous) + 2 > columns)
    next_code_point(name, begin);
  return "…" + std::string(name.substr(begin));
}

}  // namespace

std::string progress_line(std::size_t done, std::size_t total, std::string_view name, int columns,
                          Language language) {
  const std::string count = fmt::format("{}/{}", done, total);
  std::string line =
      say("已检查 {}（{}%）", "checked {} ({}%)", count, done * 100 / total).in(language);
  if (display_width(line, ambiguous) > columns) line = count;
  if (display_width(line, ambiguous) > columns) return {};
  const int left = columns - display_width(line, ambiguous) - 2;
  constexpr int worth_showing = 12;
  return left < worth_showing ? line : line + "  " + end_of(printable(name), left);
}

Progress::Progress(std::size_t total, bool wanted, Language language)
    : total_(total),
      on_(wanted && total >= many && can_erase_lines()),
      language_(language),
      results_on_terminal_(isatty(STDOUT_FILENO) == 1),
      next_(Clock::now() + moment) {}

void Progress::erase() {
  if (shown_) std::fputs("\r\x1b[K", stderr);
  shown_ = false;
}

void Progress::before_output() {
  if (!results_on_terminal_) return;
  redraw_ = shown_;
  erase();
}

void Progress::end() {
  erase();
  on_ = false;
}

void Progress::advance(std::string_view name) {
  ++done_;
  if (!on_) return;
  const Clock::time_point now = Clock::now();
  if (now < next_ && !redraw_) return;
  redraw_ = false;
  next_ = now + pause;
  // The last column stays free: a cursor after it is in the next line.
  const std::string line =
      "\r" +
      progress_line(done_, total_, name, terminal_columns(STDERR_FILENO, 80) - 1, language_) +
      "\x1b[K";
  std::fwrite(line.data(), 1, line.size(), stderr);
  shown_ = true;
}

}  // namespace hegui
