#pragma once

#include <optional>
#include <string>
#include <vector>

#include "suppress/baseline.h"
#include "yaml/file_problem.h"

namespace hegui {

/// A baseline and where it lies.
struct BaselineFile {
  std::string path = {};  ///< Empty if there is none.
  bool is_there = false;  ///< It was, when it was read.
  Baseline entries = {};
  std::vector<FileProblem> problems = {};  ///< It cannot be used.

  /// A report's path as entries have it.
  std::string key_of(const std::string& report) const;
  /// Whether no report with such a path is there any more, nor a file that it may be part of. Not
  /// if it cannot be looked at.
  bool is_vanished(const std::string& key) const;
};

/// The one that is `named`, or if none is the nearest .hegui-baseline.json from the current folder
/// up to the one with .git. Throws InputError for one that cannot be read, and for one that is
/// named and not there, unless it `may_be_new`.
BaselineFile read_baseline_file(const std::string& named, bool may_be_new);

/// Where that one lies; empty if none was found. One that --baseline names need not be there.
std::string baseline_path(const std::string& named);

/// Where `baseline write` puts one when there is none.
std::string new_baseline_path(const std::string& named);

}  // namespace hegui
