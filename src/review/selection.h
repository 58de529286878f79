#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "finding.h"
#include "search/terms.h"

namespace hegui {

/// What the user asks for on top of the rule sets.
struct LintOptions {
  Variables set = {};                    ///< --set year=2024: what is so, whatever is recognised.
  std::string year_asked = {};           ///< --year: what year reports are wanted of; empty: any.
  std::vector<std::string> select = {};  ///< Ids and prefixes; empty for all.
  std::vector<std::string> ignore = {};
  /// Of ids and prefixes; nothing for what is not to be reported. The last one holds.
  std::vector<std::pair<std::string, std::optional<Severity>>> severity = {};
  std::string trace = {};  ///< Full id of the rule whose binding is kept step by step.
  bool sample = false;     ///< A sample of a rule: of any length, and meant for the set.
};

/// `id` is one of the entries, or begins with one that ends at / or . (fazhi, fazhi/, fazhi/plan).
bool matches_any(std::string_view id, std::span<const std::string> entries);

/// Whether the user wants that rule (fazhi/plan) or check (fazhi/plan.items) to be looked at.
/// Selecting a check selects its rule with it, but none of the rule's other checks.
bool is_wanted(std::string_view id, const LintOptions& options);

/// A rule's severity as the user changed it; nothing for a rule that is not to be reported.
std::optional<Severity> severity_of(std::string_view id, std::optional<Severity> given,
                                    const LintOptions& options);

}  // namespace hegui
