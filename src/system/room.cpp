#include "system/room.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstring>
#include <string_view>

#include "formats/format.h"
#include "system/files.h"
#include "system/system_reason.h"
#include "text/input_error.h"

namespace hegui {
namespace {

/// With the name of the machine: another one that shares the folder does not see who lives.
std::string prefix() {
  std::array<char, HOST_NAME_MAX + 1> host{};
  ::gethostname(host.data(), host.size() - 1);
  return fmt::format("hegui-room-{}-", host.data());
}

bool write_file(const char* path, std::string_view text) {
  const int file = ::open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return false;
  const bool done = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  ::close(file);
  return done;
}

/// The folder and those above it, below `top`.
void make_folders(std::string_view folder, std::size_t top) {
  char path[PATH_MAX];
  for (std::size_t end = top; end < folder.size() && folder.size() < sizeof path;) {
    end = std::min(folder.find('/', end + 1), folder.size());
    std::memcpy(path, folder.data(), end);
    path[end] = '\0';
    ::mkdir(path, S_IRWXU);
  }
}

bool lies_below(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) && path.substr(folder.size()).starts_with('/');
}

/// An empty /tmp, in which the room, which is the current folder, has its path again. Without it
/// where the kernel does not let us mount. False, and errno says why, if the room has no path now.
bool empty_tmp(const std::string& tmp, const std::string& room) {
  if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
      ::mount("tmpfs", tmp.c_str(), "tmpfs", MS_NOSUID | MS_NODEV, "size=64m,mode=0700") != 0 ||
      !lies_below(room, tmp))
    return true;
  make_folders(room, tmp.size());
  return ::mount(".", room.c_str(), nullptr, MS_BIND, nullptr) == 0 && ::chdir(room.c_str()) == 0;
}

}  // namespace

Room::Room()
    : tmp_(real_path("/tmp")),
      user_map_(fmt::format("{0} {0} 1", ::geteuid())),
      group_map_(fmt::format("{0} {0} 1", ::getegid())) {
  const std::string above = temporary_folder() + "/" + prefix();
  // No call_once: glibc loads a library when an exception leaves it, and ends the program if the
  // exception was for want of memory.
  [[maybe_unused]] static const bool is_swept = (TemporaryFolder::sweep(above), true);
  folder_ = TemporaryFolder::create(above);
  if (folder_) return;
  const Message reason = reason_of(errno);
  throw InputError(say("建不了临时文件夹“{}…”：{}",
                       "the temporary folder “{}…” cannot be created: {}", above, reason));
}

bool Room::enter(std::string_view program) const {
  if (::chdir(path().c_str()) != 0) return false;
  const rlimit largest{Limits{}.bytes, Limits{}.bytes};
  ::setrlimit(RLIMIT_FSIZE, &largest);
  // Whoever may can do without a namespace of users.
  bool alone = ::unshare(CLONE_NEWNET | CLONE_NEWNS) == 0;
  if (!alone && ::unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWNS) == 0)
    alone = write_file("/proc/self/setgroups", "deny") &&
            write_file("/proc/self/uid_map", user_map_) &&
            write_file("/proc/self/gid_map", group_map_);
  return !alone || lies_below(program, tmp_) || empty_tmp(tmp_, path());
}

void Room::remove() const { remove_tree(path().c_str()); }

}  // namespace hegui
