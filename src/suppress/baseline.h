#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "review/lint.h"
#include "yaml/file_problem.h"

namespace hegui {

/// A finding that was there when the baseline was written, by its fingerprint.
struct BaselineEntry {
  std::string path = {};  ///< Of the report, from the baseline's folder on, with /; any bytes.
  std::string rule = {};
  std::string fingerprint = {};
  std::size_t count = 1;  ///< Findings of one report that cannot be told apart.
  // For people; not compared.
  std::vector<std::string> section = {};
  std::string quote = {};
};

/// Known findings, which are not to drown new ones. Sorted by path, rule and fingerprint, each of
/// them once.
using Baseline = std::vector<BaselineEntry>;

/// A baseline file as text: JSON, sorted, with an entry a line, so that version control can tell
/// and merge changes.
std::string write_baseline(Baseline baseline);

/// Nothing, and `problem` says where and why, if it is no baseline. An entry that is there twice,
/// as after a merge, counts once, with the larger number.
std::optional<Baseline> read_baseline(const std::string& path, std::string_view text,
                                      FileProblem& problem);

/// Open findings of the report become suppressed, for each entry as many as it says. `path` is the
/// report's as entries have it.
void suppress_known(Review& review, const Baseline& baseline, std::string_view path);

/// Entries of the report whose finding is gone, with the number that is. Those of rules that were
/// not run are none. To be asked before suppress_known().
Baseline gone(const Review& review, const Baseline& baseline, std::string_view path,
              const LintOptions& options);

/// Takes entries out, or lowers their number.
void remove_entries(const Baseline& entries, Baseline& baseline);

/// What the baseline is to say of the report from now on: its open findings, and what it says of
/// rules that were not run. Not sorted.
Baseline renewed(const Review& review, const Baseline& baseline, std::string_view path,
                 const LintOptions& options);

/// Puts these in place of all entries of their reports.
void replace_entries(std::map<std::string, Baseline> by_path, Baseline& baseline);

}  // namespace hegui
