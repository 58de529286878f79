#pragma once

#include <optional>
#include <string>
#include <vector>

#include "baseline.h"
#include "commands/commands.h"

namespace hegui {

/// A baseline and where it lies.
struct BaselineFile {
  std::string path = {};  ///< Empty if there is none.
  Baseline entries = {};
  std::vector<FileProblem> problems = {};  ///< It cannot be used.

  /// A report's path as entries have it.
  std::string key_of(const std::string& report) const;
};

/// The one that --baseline names, or the nearest .hegui-baseline.json from the current folder up to
/// the one with .git. Throws InputError for one that cannot be read, and for one that --baseline
/// names and that is not there, unless it `may_be_new`.
BaselineFile read_baseline_file(const Request& request, bool may_be_new);

/// Where that one lies; empty if none was found. One that --baseline names need not be there.
std::string baseline_path(const Request& request);

/// Where `baseline write` puts one when there is none.
std::string new_baseline_path(const Request& request);

}  // namespace hegui
