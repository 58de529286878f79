// src/review/stopwatch: each moment is charged once, on whatever thread.

#include "review/stopwatch.h"

#include <thread>

#include "catch.hpp"

namespace hegui {
namespace {

using std::chrono::milliseconds;

void wait() { std::this_thread::sleep_for(milliseconds(2)); }

/// A document on which a rule and a step are asked, one inside the other.
void work() {
  const Timed binding(Step::binding);
  wait();
  for (int i = 0; i < 2; ++i) {
    const Timed rule("t/rule");
    wait();
  }
  wait();
}

const Spent& of(const Times& times, Step step) {
  return times.steps[static_cast<std::size_t>(step)];
}

TEST_CASE("a moment is charged to the innermost only", "[threads]") {
  TimesOfRun run;
  {
    const Stopwatch watch(&run, Step::other);
    work();
    Timed timed(Step::reading);
    timed.then(Step::outline);
    wait();
  }
  const Times& times = run.get();
  REQUIRE(times.rules.size() == 1);
  const Spent& rule = times.rules.at("t/rule");
  CHECK(rule.documents == 1);
  CHECK(rule.time >= milliseconds(4));
  CHECK(of(times, Step::binding).time >= milliseconds(4));
  CHECK(of(times, Step::outline).time >= milliseconds(2));
  CHECK(of(times, Step::loading).documents == 0);
  auto sum = rule.time;
  for (const Spent& step : times.steps) sum += step.time;
  CHECK(sum == times.total());
}

TEST_CASE("threads add up, and without a stopwatch nothing is charged", "[threads]") {
  TimesOfRun run;
  work();
  const auto measured = [&](TimesOfRun* to) {
    const Stopwatch watch(to, Step::other);
    work();
  };
  std::thread other([&] { measured(&run); });
  measured(&run);
  other.join();
  measured(nullptr);
  CHECK(run.get().rules.at("t/rule").documents == 2);
  CHECK(of(run.get(), Step::binding).documents == 2);
}

}  // namespace
}  // namespace hegui
