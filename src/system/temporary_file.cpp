// A list that the handler of a signal can walk at any moment: entries are added at its head, and
// stay, with their names, for the rest of the run. There are few: one for each file of results.

#include "system/temporary_file.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <utility>

#include "system/signals_held.h"

namespace hegui {

struct TemporaryEntry {
  const std::string path;
  TemporaryEntry* next;
  const bool is_folder = false;
  std::atomic<bool> is_there = true;
};

namespace {

std::atomic<TemporaryEntry*> newest = nullptr;

/// What is removed of a folder that something may still be filling: else it might never be empty.
/// Less than a second's work; a room of LibreOffice has a hundred.
constexpr long most_while_filled = 20'000;

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

/// From now on the handler removes it. The entry is never freed: the handler may be reading it.
TemporaryEntry& listed(const std::string& path, bool is_folder) {
  [[maybe_unused]] static const bool is_heeded = (heed_signals(), true);
  auto* const entry = new TemporaryEntry{.path = path, .next = newest, .is_folder = is_folder};
  while (!newest.compare_exchange_weak(entry->next, entry)) {
  }
  return *entry;
}

}  // namespace

void remove_temporary_files() {
  for (const TemporaryEntry* entry = newest; entry; entry = entry->next)
    if (entry->is_there && entry->is_folder)
      remove_tree(entry->path.c_str(), most_while_filled);
    else if (entry->is_there)
      ::unlink(entry->path.c_str());
}

std::unique_ptr<TemporaryFile> TemporaryFile::create(std::string pattern) {
  const SignalsHeld held;  // No file is there before it is in the list.
  const int descriptor = ::mkstemp(pattern.data());
  if (descriptor < 0) return nullptr;
  try {
    return std::unique_ptr<TemporaryFile>(new TemporaryFile(listed(pattern, false), descriptor));
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

namespace {

/// What getdents64(2) gives; readdir would ask for memory.
struct Listed {
  std::uint64_t inode;
  std::int64_t offset;
  std::uint16_t size;
  unsigned char type;
  char name[1];
};

constexpr int deepest = 100;  // Of folders in each other, so that the stack suffices.

bool is_gone(int folder, const char* name, int flags) {
  return ::unlinkat(folder, name, flags) == 0 || errno == ENOENT;
}

int open_folder(int above, const char* name) {
  return ::openat(above, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
}

void empty(int folder, int depth, long& left);

/// False if it stays. `left`: of the entries that may be looked at.
bool remove_entry(int folder, const char* name, int depth, long& left) {
  if (--left < 0) return false;
  if (is_gone(folder, name, 0)) return true;
  const int inner = open_folder(folder, name);
  if (inner < 0) return is_gone(folder, name, AT_REMOVEDIR);
  if (depth < deepest) empty(inner, depth + 1, left);
  ::close(inner);
  return is_gone(folder, name, AT_REMOVEDIR);
}

/// Again until nothing goes: a system may pass over entries while others are removed.
void empty(int folder, int depth, long& left) {
  alignas(Listed) std::array<char, 4096> buffer;
  for (bool any = true; any && left > 0;) {
    any = false;
    ::lseek(folder, 0, SEEK_SET);
    long size = 0;
    while (left > 0 && (size = ::syscall(SYS_getdents64, folder, buffer.data(), buffer.size())) > 0)
      for (long at = 0; at < size;) {
        const auto* const entry = reinterpret_cast<const Listed*>(buffer.data() + at);
        const std::string_view name = entry->name;
        at += entry->size;
        if (name != "." && name != "..") any |= remove_entry(folder, entry->name, depth, left);
      }
  }
}

/// False, and errno says why; EWOULDBLOCK: another has it.
bool lock(int folder) {
  while (::flock(folder, LOCK_EX | LOCK_NB) != 0)
    if (errno != EINTR) return false;
  return true;
}

/// The descriptor of a new folder, which holds the lock on it. -1, and errno says why: EBUSY if
/// whoever sweeps was faster.
int hold(const char* path) {
  const int folder = open_folder(AT_FDCWD, path);
  if (folder < 0) {
    if (errno == ENOENT) errno = EBUSY;
    return -1;
  }
  struct stat status = {};
  // A file system without locks (ENOLCK, ENOSYS) has none for those who sweep, either.
  if ((lock(folder) || errno != EWOULDBLOCK) && ::fstat(folder, &status) == 0 &&
      status.st_nlink > 0)
    return folder;
  ::close(folder);
  errno = EBUSY;
  return -1;
}

}  // namespace

void remove_tree(const char* path, long most) { remove_entry(AT_FDCWD, path, 0, most); }

std::unique_ptr<TemporaryFolder> TemporaryFolder::create(const std::string& prefix) {
  // Whoever sweeps may come between the making of a folder and its lock: then there is another.
  for (int attempt = 0; attempt < 10; ++attempt) {
    const SignalsHeld held;
    std::string path = prefix + "XXXXXX";
    if (!::mkdtemp(path.data())) return nullptr;
    const int folder = hold(path.c_str());
    const int error = errno;
    try {
      if (folder >= 0)
        return std::unique_ptr<TemporaryFolder>(new TemporaryFolder(listed(path, true), folder));
    } catch (...) {
      ::close(folder);
      ::rmdir(path.c_str());
      throw;
    }
    ::rmdir(path.c_str());
    errno = error;
    if (error != EBUSY) return nullptr;
  }
  return nullptr;
}

TemporaryFolder::~TemporaryFolder() {
  long all = std::numeric_limits<long>::max();
  empty(lock_, 0, all);
  ::rmdir(path().c_str());
  entry_.is_there = false;
  ::close(lock_);
}

const std::string& TemporaryFolder::path() const { return entry_.path; }

void TemporaryFolder::sweep(const std::string& prefix) {
  const std::size_t slash = prefix.rfind('/');
  const std::string above = prefix.substr(0, slash), first = prefix.substr(slash + 1);
  const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir(above.c_str()), ::closedir);
  while (const dirent* const entry = folder ? ::readdir(folder.get()) : nullptr) {
    const std::string name = entry->d_name;
    if (!name.starts_with(first) || name.size() != first.size() + 6) continue;
    // By its descriptor: nobody can put another folder, or a link, in its place meanwhile.
    const int dead = open_folder(::dirfd(folder.get()), name.c_str());
    struct stat status = {};
    if (dead >= 0 && ::fstat(dead, &status) == 0 && status.st_uid == ::geteuid() && lock(dead)) {
      long left = most_while_filled;
      empty(dead, 0, left);
      ::unlinkat(::dirfd(folder.get()), name.c_str(), AT_REMOVEDIR);
    }
    if (dead >= 0) ::close(dead);
  }
}

}  // namespace hegui
