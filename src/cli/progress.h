#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "text/language.h"

namespace hegui {

/// The line that says how far a run is, for at most `columns` columns; the name is cut to what is
/// left, and left out in a narrow terminal. East Asian ambiguous characters are taken for wide: a
/// line that is too short does no harm, one that wraps cannot be erased.
std::string progress_line(std::size_t done, std::size_t total, std::string_view name, int columns,
                          Language language);

/// The last line of a terminal during a long run. It is there only when standard error is a
/// terminal, there are many reports and they take longer than a moment; it is erased in the end.
class Progress {
 public:
  Progress(std::size_t total, bool wanted, Language language);
  ~Progress() { end(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Makes room for results, if they go to a terminal too.
  void before_output();
  /// The next report is done.
  void advance(std::string_view name);
  /// Erases the line for good.
  void end();

 private:
  void erase();

  using Clock = std::chrono::steady_clock;

  std::size_t total_;
  std::size_t done_ = 0;
  bool on_;
  bool shown_ = false;
  Language language_;
  bool results_on_terminal_;
  bool redraw_ = false;
  Clock::time_point next_;  // Not to be drawn before, unless it made room.
};

}  // namespace hegui
