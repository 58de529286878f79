#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "system/temporary_file.h"

namespace hegui {

/// Where a program runs that reads what nobody has to trust: a folder of its own, which is its
/// current one, and goes, with all that is in it, when its owner does, when a signal ends us, or
/// when whoever keeps the program finds us gone. Beyond it the program has no network and an empty
/// /tmp, where the kernel lets us part with them (user namespaces); elsewhere it has ours. No file
/// that it writes is larger than a report may be.
class Room {
 public:
  /// In TMPDIR, or /tmp. The first of a run clears away rooms of this machine whose owners are
  /// dead: nobody holds a lock (flock) on them. Throws InputError.
  Room();
  Room(const Room&) = delete;
  Room& operator=(const Room&) = delete;

  /// Absolute.
  const std::string& path() const { return folder_->path(); }

  /// For the process that becomes the program, which keeps /tmp if it lies there, links followed;
  /// asks for no memory. False, and errno says why, if the folder cannot be entered.
  bool enter(std::string_view program) const;
  /// For the process that keeps the program; asks for no memory.
  void remove() const;

 private:
  std::unique_ptr<TemporaryFolder> folder_;
  const std::string tmp_;             ///< What /tmp is, links followed.
  std::string user_map_, group_map_;  ///< One user and one group: ours (user_namespaces(7)).
};

}  // namespace hegui
