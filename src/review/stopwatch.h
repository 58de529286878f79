#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace hegui {

/// What a run does beside asking its rules, in order.
enum class Step : std::uint8_t {
  loading,   ///< Rules and configurations, finding the reports.
  reading,   ///< Of files, down to the text.
  outline,   ///< Title, headings, items.
  choosing,  ///< Of rule sets, their variables.
  literals,  ///< One look for the words of all rules.
  binding,   ///< Of parts, without what one requirement asks for its own.
  output,
  other,
};
inline constexpr std::array<std::string_view, 8> step_names{
    "loading", "reading", "outline", "choosing", "literals", "binding", "output", "other"};

struct Spent {
  std::size_t documents = 0;  ///< It was spent on.
  std::chrono::nanoseconds time{};
};

/// What the time of a run was spent on, of all threads together. Rules by their id; what several
/// share, such as sentences, counts for the one that asks first.
struct Times {
  std::map<std::string, Spent, std::less<>> rules = {};
  std::array<Spent, step_names.size()> steps = {};

  void add(const Times& more);
  std::chrono::nanoseconds total() const;
};

/// Adds up Times from all threads.
class TimesOfRun {
 public:
  void add(const Times& more);
  const Times& get() const { return times_; }

 private:
  std::mutex mutex_;
  Times times_;
};

/// While it lives, each moment of its thread is charged to one step or rule: to `step` where no
/// Timed says another. Then it adds them to the run's. With null nothing is measured.
class Stopwatch {
 public:
  Stopwatch(TimesOfRun* run, Step step);
  ~Stopwatch();
  Stopwatch(const Stopwatch&) = delete;
  Stopwatch& operator=(const Stopwatch&) = delete;

 private:
  friend class Timed;
  using Clock = std::chrono::steady_clock;

  /// What was charged until now.
  Spent* charge(Spent* from_now_on);
  Spent* of(Step step) { return &times_.steps[static_cast<std::size_t>(step)]; }
  Spent* of(std::string_view rule);

  TimesOfRun* run_;
  Times times_;
  Spent* charged_ = nullptr;
  Clock::time_point since_ = {};
};

/// What its scope takes is charged to that step or rule, and not to the one around it. Costs
/// nothing to speak of where no Stopwatch runs.
class Timed {
 public:
  explicit Timed(Step step);
  explicit Timed(std::string_view rule);
  ~Timed();
  Timed(const Timed&) = delete;
  Timed& operator=(const Timed&) = delete;

  /// From here on to another.
  void then(Step step);

 private:
  Spent* around_ = nullptr;
};

}  // namespace hegui
