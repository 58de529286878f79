#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/span.h"

namespace hegui {

/// The source is no regular expression; `offset` is PCRE2's, in bytes of the source.
struct PatternError : std::runtime_error {
  PatternError(const std::string& message, std::size_t at) : runtime_error(message), offset(at) {}
  std::size_t offset;
};

/// A match took more steps than a pattern may (catastrophic backtracking).
struct PatternLimit : std::runtime_error {
  explicit PatternLimit(std::string source)
      : runtime_error("pattern exceeds the match limit"), pattern(std::move(source)) {}
  std::string pattern;
};

/// The patterns have had their time on one report; `pattern` is the one that was at work then.
struct PatternTimeout : std::runtime_error {
  explicit PatternTimeout(std::string source)
      : runtime_error("patterns take too long"), pattern(std::move(source)) {}
  std::string pattern;
};

/// While it is there, matching on this thread throws PatternTimeout once the thread has worked for
/// so many seconds. The other limits are for one match: a rule file has thousands of patterns, a
/// report thousands of passages. Of processor time, so that a busy machine makes no difference, and
/// far above what honest rules need: only what is made to hang gets there.
class PatternBudget {
 public:
#ifdef HEGUI_SANITIZED
  static constexpr double slowness = 8;  ///< Of a build that checks what it does.
#else
  static constexpr double slowness = 1;
#endif
  static constexpr double usual_seconds = 3 * slowness;
  static constexpr double seconds_a_mebibyte = 5 * slowness;  ///< Ten times what it takes.

  explicit PatternBudget(double seconds = usual_seconds);
  ~PatternBudget();
  PatternBudget(const PatternBudget&) = delete;
  PatternBudget& operator=(const PatternBudget&) = delete;

  bool is_spent();
  /// For a report that turns out to be long.
  void add(double seconds);

 private:
  double end_;                                       ///< Of processor time.
  std::chrono::steady_clock::time_point next_look_;  ///< It cannot be spent before.
};

/// A compiled PCRE2 expression: UTF, UCP, JIT on first use. Copies share the code. May be used by
/// several threads at once.
class Pattern {
 public:
  /// Throws PatternError.
  explicit Pattern(std::string source);
  /// One that is known to be right, such as those of the rule sets in the program: compiled when it
  /// is first asked, since a run needs half of them.
  static Pattern known(std::string source);

  /// One that matches nothing.
  static Pattern never() { return Pattern(std::shared_ptr<const Code>()); }

  const std::string& source() const;
  /// The leftmost match that begins at or after `from` and, before what \K takes off, not behind
  /// `last`; ^ and $ are the ends of `subject`. Throws PatternLimit.
  std::optional<Span> find(std::string_view subject, std::size_t from = 0,
                           std::size_t last = std::string_view::npos) const;
  /// Group 1 of the leftmost match, or the whole match when the pattern has no groups.
  std::optional<Span> capture(std::string_view subject) const;
  /// What the groups hold in the leftmost match that begins at or after `from`, from group 1 on;
  /// one that took no part is empty. None without a match.
  std::vector<Span> groups(std::string_view subject, std::size_t from = 0) const;
  bool matches(std::string_view subject) const { return find(subject).has_value(); }

 private:
  struct Code;
  bool match(std::string_view subject, std::size_t from,
             std::size_t last = std::string_view::npos) const;
  explicit Pattern(std::shared_ptr<const Code> code) : code_(std::move(code)) {}

  std::shared_ptr<const Code> code_;  ///< Null if it matches nothing.
};

}  // namespace hegui
