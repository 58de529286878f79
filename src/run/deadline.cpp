#include "run/deadline.h"

#include <system_error>

#include "system/output_file.h"
#include "system/standard_streams.h"

namespace hegui {
namespace {

using namespace std::chrono_literals;

constexpr auto grace = 10s;

}  // namespace

Deadline::Deadline(unsigned seconds, Language language)
    : seconds_(seconds),
      language_(language),
      end_(std::chrono::steady_clock::now() + std::chrono::seconds(seconds)) {
  try {
    watcher_ = std::thread([this] { watch(); });
  } catch (const std::system_error&) {
    // Reports that hang are rare, and a system that grants no thread is rarer.
  }
}

Deadline::~Deadline() {
  {
    const std::lock_guard lock(mutex_);
    over_ = true;
  }
  changed_.notify_all();
  if (watcher_.joinable()) watcher_.join();
}

void Deadline::watch() {
  std::unique_lock lock(mutex_);
  if (changed_.wait_until(lock, end_ + grace, [&] { return over_; })) return;
  // Results may take their time, as in a pager.
  while (reading_ == 0)
    if (changed_.wait_for(lock, 1s, [&] { return over_; })) return;
  complain(
      say("时间用完（--timeout {}），有一份报告停不下来：没有写完结果就结束了",
          "out of time (--timeout {}): one report would not stop, so the run ended without results",
          seconds_),
      language_);
  try {
    if (input_) print(*input_);
  } catch (const WriteError&) {
    // Nobody wants it any more.
  }
  end_without_results();
}

}  // namespace hegui
