#pragma once

#include <string>
#include <utility>
#include <vector>

#include "system/files.h"

namespace hegui {

/// The repository that the current folder is in, seen through the program git. Its configuration
/// may be somebody else's, so git is started such that nothing in it runs a program: no hooks,
/// filters, file system monitors or fetching. All members throw InputError with git's own words.
class GitRepository {
 public:
  GitRepository();

  /// What the next commit brings: added or changed files, with the content that is staged.
  std::vector<ReportFile> staged() const;
  /// What differs from the last commit, and new files that are not ignored, as they are on disk.
  std::vector<ReportFile> changed() const;
  /// What differs from where the current branch left REF, and what changed() says.
  std::vector<ReportFile> since(const std::string& ref) const;
  /// Files that were there when the branch left `ref`, and have been changed or deleted since: what
  /// they were.
  std::vector<ReportFile> before(const std::string& ref) const;

  /// A file as it is staged; reading it throws where it is not in the index.
  ReportFile staged_one(const std::string& path) const;

 private:
  std::string git(std::vector<std::string> arguments) const;
  /// Of a path that git says from the top, as seen from the current folder.
  std::string shown(const std::string& path) const;
  /// The commit at which the branch left `ref`.
  std::string branching_point(const std::string& ref) const;
  void add_existing(const std::string& path, std::vector<ReportFile>& files) const;

  std::vector<std::pair<std::string, std::string>> environment_ = {};
  std::string top_ = {};     ///< Absolute.
  std::string folder_ = {};  ///< The current one, absolute.
};

}  // namespace hegui
