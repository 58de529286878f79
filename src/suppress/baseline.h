#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/file_problem.h"

namespace hegui {

/// A finding that was there when the baseline was written. Version 1 of the file had neither
/// evidence, verdict, found nor sketch: they are empty.
struct BaselineEntry {
  std::string path = {};  ///< Of the report, from the baseline's folder on, with /; any bytes.
  std::string rule = {};
  std::string fingerprint = {};
  std::size_t count = 1;                     ///< Findings of one report that cannot be told apart.
  std::string evidence = {};                 ///< Its fingerprint without headings.
  std::string verdict = {};                  ///< Of a requirement: weak or missing.
  std::map<std::string, double> found = {};  ///< By check that failed, what it counted.
  std::string sketch = {};                   ///< Of the report: sketch_of().
  // For people; not compared.
  std::vector<std::string> section = {};
  std::string quote = {};
};

/// Known findings, which are not to drown new ones. Sorted by path, rule and fingerprint, each of
/// them once.
using Baseline = std::vector<BaselineEntry>;

/// Sorts, and makes one of entries that are the same, with the sum of their numbers.
void sort_entries(Baseline& baseline);

/// A baseline file as text: JSON, sorted, with an entry a line, so that version control can tell
/// changes and merge them. Each line of an entry ends alike, so that lines of two sides put one
/// below the other (merge=union of git) are a baseline, too.
std::string write_baseline(Baseline baseline);

inline constexpr std::size_t most_baseline_bytes = std::size_t{64} << 20;

/// Nothing, and `problem` says where and why, if it is no baseline. An entry that is there twice,
/// as after a merge, counts once, with the larger number.
std::optional<Baseline> read_baseline(const std::string& path, std::string_view text,
                                      FileProblem& problem);

/// Takes entries out, or lowers their number.
void remove_entries(const Baseline& entries, Baseline& baseline);

/// Those of one report.
Baseline entries_of_report(const Baseline& baseline, std::string_view path);

}  // namespace hegui
