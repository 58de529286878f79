#pragma once

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

/// Removes those that are there, whoever owns them: for a thread that ends the process, and for the
/// handler of a signal.
void remove_temporary_files();

}  // namespace hegui
