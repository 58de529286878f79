#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "text/language.h"

namespace hegui {

/// The end of a run's time. No report is begun after it, and of those that are being read then the
/// patterns, and the programs that help to read them, have no time left. Reading may hang
/// elsewhere: when a report is still being read some seconds later, a thread says so and ends the
/// process, with exit code 2 and without half a result.
class Deadline {
 public:
  Deadline(unsigned seconds, Language language);
  ~Deadline();
  Deadline(const Deadline&) = delete;
  Deadline& operator=(const Deadline&) = delete;

  unsigned seconds() const { return seconds_; }
  std::chrono::steady_clock::time_point end() const { return end_; }
  /// What goes to standard output if the thread ends the process; null for nothing any more.
  void keep(const std::string* input) {
    const std::lock_guard lock(mutex_);
    input_ = input;
  }
  bool has_passed() const { return std::chrono::steady_clock::now() >= end_; }

  /// While it is there, a report is being read.
  class Reading {
   public:
    explicit Reading(Deadline& deadline) : deadline_(deadline) { ++deadline_.reading_; }
    ~Reading() { --deadline_.reading_; }
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

   private:
    Deadline& deadline_;
  };

 private:
  void watch();

  const unsigned seconds_;
  const Language language_;
  const std::chrono::steady_clock::time_point end_;
  std::atomic<int> reading_ = 0;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool over_ = false;  ///< Nobody needs to watch any more.
  const std::string* input_ = nullptr;
  std::thread watcher_;
};

}  // namespace hegui
