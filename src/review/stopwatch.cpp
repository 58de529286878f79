#include "review/stopwatch.h"

#include <utility>

namespace hegui {
namespace {

thread_local Stopwatch* running = nullptr;

void add_to(Spent& spent, const Spent& more) {
  spent.documents += more.documents;
  spent.time += more.time;
}

}  // namespace

void Times::add(const Times& more) {
  for (const auto& [rule, spent] : more.rules) add_to(rules[rule], spent);
  for (std::size_t i = 0; i < steps.size(); ++i) add_to(steps[i], more.steps[i]);
}

std::chrono::nanoseconds Times::total() const {
  std::chrono::nanoseconds sum{};
  for (const auto& [rule, spent] : rules) sum += spent.time;
  for (const Spent& spent : steps) sum += spent.time;
  return sum;
}

void TimesOfRun::add(const Times& more) {
  const std::lock_guard lock(mutex_);
  times_.add(more);
}

Stopwatch::Stopwatch(TimesOfRun* run, Step step) : run_(run) {
  if (!run_) return;
  running = this;
  since_ = Clock::now();
  charge(of(step));
}

Stopwatch::~Stopwatch() {
  if (!run_) return;
  charge(nullptr);
  running = nullptr;
  run_->add(times_);
}

Spent* Stopwatch::charge(Spent* from_now_on) {
  const Clock::time_point now = Clock::now();
  if (charged_) charged_->time += now - since_;
  since_ = now;
  if (from_now_on) from_now_on->documents = 1;
  return std::exchange(charged_, from_now_on);
}

Spent* Stopwatch::of(std::string_view rule) {
  const auto known = times_.rules.find(rule);
  return known != times_.rules.end() ? &known->second : &times_.rules[std::string(rule)];
}

Timed::Timed(Step step) {
  if (running) around_ = running->charge(running->of(step));
}

Timed::Timed(std::string_view rule) {
  if (running) around_ = running->charge(running->of(rule));
}

Timed::~Timed() {
  if (running) running->charge(around_);
}

void Timed::then(Step step) {
  if (running) running->charge(running->of(step));
}

}  // namespace hegui
