// A list that the handler of a signal can walk at any moment: entries are added at its head, and
// stay, with their names, for the rest of the run. There are few: one for each file of results.

#include "system/temporary_file.h"

#include <pthread.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace hegui {

struct TemporaryEntry {
  const std::string path;
  const TemporaryEntry* const next;
  std::atomic<bool> is_there = true;
};

namespace {

std::atomic<TemporaryEntry*> newest = nullptr;

// Those that end the program, and that people, terminals, supervisors and limits send.
constexpr std::array deadly{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU};

/// Nothing but what POSIX allows in a handler. The signal comes once more when this returns, and
/// ends the program as it would have, so that whoever waits for it can tell.
void end_by(int signal) {
  remove_temporary_files();
  ::raise(signal);
}

void heed_signals() {
  struct sigaction own = {}, before = {};
  own.sa_handler = end_by;
  own.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&own.sa_mask);
  // One that is ignored, as after nohup, stays so.
  for (const int signal : deadly)
    if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_DFL)
      ::sigaction(signal, &own, nullptr);
}

/// No file is there before it is in the list.
class WithoutSignals {
 public:
  WithoutSignals() {
    sigset_t held;
    sigemptyset(&held);
    for (const int signal : deadly) sigaddset(&held, signal);
    ::pthread_sigmask(SIG_BLOCK, &held, &before_);
  }
  ~WithoutSignals() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  WithoutSignals(const WithoutSignals&) = delete;
  WithoutSignals& operator=(const WithoutSignals&) = delete;

 private:
  sigset_t before_{};
};

}  // namespace

void remove_temporary_files() {
  for (const TemporaryEntry* entry = newest; entry; entry = entry->next)
    if (entry->is_there) ::unlink(entry->path.c_str());
}

std::unique_ptr<TemporaryFile> TemporaryFile::create(std::string pattern) {
  const WithoutSignals held;
  const int descriptor = ::mkstemp(pattern.data());
  if (descriptor < 0) return nullptr;
  try {
    // Never freed: the handler may be reading it.
    auto* const entry = new TemporaryEntry{.path = pattern, .next = newest};
    if (!newest.exchange(entry)) heed_signals();
    return std::unique_ptr<TemporaryFile>(new TemporaryFile(*entry, descriptor));
  } catch (...) {
    ::close(descriptor);
    ::unlink(pattern.c_str());
    throw;
  }
}

TemporaryFile::~TemporaryFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!entry_.is_there) return;
  ::unlink(path().c_str());
  entry_.is_there = false;
}

const std::string& TemporaryFile::path() const { return entry_.path; }

int TemporaryFile::take_descriptor() { return std::exchange(descriptor_, -1); }

bool TemporaryFile::keep_as(const std::string& name) {
  if (std::rename(path().c_str(), name.c_str()) != 0) return false;
  entry_.is_there = false;
  return true;
}

}  // namespace hegui
