#pragma once

#include <deque>
#include <string>
#include <unordered_map>

#include "config/path_patterns.h"
#include "run/configurations.h"

namespace hegui {

/// What .gitignore, .heguiignore and `exclude` of the configurations leave out. In a folder
/// .heguiignore has the last word, a deeper folder has it over those above, up to the one with
/// .git. Paths are absolute.
class IgnoreFiles {
 public:
  /// Without .gitignore for what git lists or a hook names: git does not ask it of what it tracks.
  IgnoreFiles(Configurations& configurations, bool with_gitignore)
      : configurations_(configurations), with_gitignore_(with_gitignore) {}

  /// Of an entry of a folder that is not left out itself; `first` is the folder that was named,
  /// above which nothing is asked outside of repositories.
  bool leave_out(const std::string& path, bool is_folder, const std::string& first);
  /// Of a file, with all folders that it is in.
  bool leave_out_named(const std::string& path);

 private:
  /// The patterns of a folder that has some, and those above it. Folders without any are passed
  /// over: there may be hundreds between an entry and the next pattern.
  struct Level {
    std::string folder;
    const PathPatterns& patterns;
    const Level* above;
  };

  const PathPatterns& patterns_in(const std::string& folder);
  const Level* level_of(const std::string& folder, const std::string& top);

  Configurations& configurations_;
  bool with_gitignore_;
  std::unordered_map<std::string, PathPatterns> patterns_ = {};
  std::deque<Level> levels_ = {};
  /// By the folder at which they end, and the one that was asked for.
  std::unordered_map<std::string, std::unordered_map<std::string, const Level*>> by_folder_ = {};
};

}  // namespace hegui
