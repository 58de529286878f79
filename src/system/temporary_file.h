#pragma once

#include <limits>
#include <memory>
#include <string>

namespace hegui {

struct TemporaryEntry;

/// A new file that goes when its owner does, or when a signal ends the program.
class TemporaryFile {
 public:
  /// Named by a pattern that ends in XXXXXX, readable by its owner only, and open for writing.
  /// Null, and errno says why, if there can be none.
  static std::unique_ptr<TemporaryFile> create(std::string pattern);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::string& path() const;
  /// The descriptor, which the caller closes; closed with the file if nobody asks.
  int take_descriptor();
  /// Renames it to a name that stays; false, and errno says why, if that fails.
  bool keep_as(const std::string& name);

 private:
  TemporaryFile(TemporaryEntry& entry, int descriptor) : entry_(entry), descriptor_(descriptor) {}

  TemporaryEntry& entry_;
  int descriptor_;
};

/// A new folder that goes, with all that is in it, when its owner does, or when a signal ends the
/// program. While it is there its owner holds a lock on it (flock), which the system takes off when
/// the owner ends in another way. Locks on folders are of one machine: others that share the file
/// system do not see them.
class TemporaryFolder {
 public:
  /// Named by the prefix and six characters, for its owner only. Null, and errno says why, if there
  /// can be none.
  static std::unique_ptr<TemporaryFolder> create(const std::string& prefix);
  /// Removes the folders of that prefix that are of this user and that nobody holds a lock on.
  static void sweep(const std::string& prefix);
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const;

 private:
  TemporaryFolder(TemporaryEntry& entry, int lock) : entry_(entry), lock_(lock) {}

  TemporaryEntry& entry_;
  int lock_;
};

/// Removes a folder with all that is in it, or with that many entries of it; links are not
/// followed. Asks for no memory, and calls what POSIX allows in handlers of signals and getdents64,
/// so that these, and processes that have not become another program, can call it.
void remove_tree(const char* path, long most = std::numeric_limits<long>::max());

/// Removes files and folders that are there, whoever owns them: for a thread that ends the process,
/// and for the handler of a signal.
void remove_temporary_files();

}  // namespace hegui
