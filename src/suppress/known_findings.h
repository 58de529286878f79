#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "review/lint.h"
#include "suppress/baseline.h"

namespace hegui {

/// How the open findings of a report stand to what a baseline says of it.
struct Comparison {
  /// Of each finding of the review the entry that it is, by its index; none for new ones and those
  /// that something else suppresses.
  std::vector<std::optional<std::size_t>> known = {};
  /// Of each finding whether it is worse than its entry: it counts as new.
  std::vector<bool> worse = {};
  std::vector<std::size_t> left = {};  ///< Of each entry how many of its findings are gone.
};

/// A finding is an entry's if
///
///   it has its fingerprint: the same words below the same headings;
///   both are of one requirement, which has one finding: its verdict has not fallen, no check fails
///   that did not, and what a check counts is not further off than a tenth; or
///   it has its evidence: the same words below another heading.
///
/// What version 1 says is known by the fingerprint alone.
Comparison compare(const Review& review, const Baseline& entries);

/// What is known of a report, and how its findings stand to that.
struct Known {
  Known(const Review& review, Baseline known)
      : entries(std::move(known)), comparison(compare(review, entries)) {}

  Baseline entries;
  Comparison comparison;
};

/// Known findings become suppressed. The message of one that became worse says so.
void suppress_known(Review& review, const Known& known, Suppression::Source source);

/// Entries whose finding is gone, with the number that is. Those of rules that were not run are
/// none.
Baseline gone(const Review& review, const Known& known, const LintOptions& options);

/// What a baseline is to say of a report from now on, and how that came.
struct Renewal {
  Baseline entries = {};  ///< Under the path that was asked for. Not sorted.
  Baseline added = {};    ///< Of those new, or worse.
  Baseline removed = {};
  Baseline refused = {};  ///< New or worse, and not to be added.
};

/// Known findings stay, those gone go, and what was counted becomes better but never worse. New
/// ones are taken up if `accept_new`. What is said of rules that were not run stays.
Renewal renew(const Review& review, const Known& known, std::string_view path,
              const LintOptions& options, bool accept_new);

/// All open findings of the report as entries.
Baseline entries_of(const Review& review, std::string_view path);

}  // namespace hegui
