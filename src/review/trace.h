#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "document/figures/figures.h"
#include "document/items.h"
#include "review/review.h"

namespace hegui {

/// One check of a rule, and how it ran; null if it was left out.
struct CheckTrace {
  const Check* check = nullptr;
  const Outcome* outcome = nullptr;
};

/// How a rule came to its result on one report, step by step. Points into the review and its rules.
struct RuleTrace {
  const Rule* rule = nullptr;
  const SetReview* set = nullptr;
  const RequirementReview* requirement = nullptr;  ///< Null for a document check.
  std::vector<RungTrace> rungs = {};
  std::vector<CheckTrace> checks = {};
  std::vector<Span> text = {};  ///< Of the part, as it is counted and matched.
  std::vector<Item> items = {};
  std::vector<Figure> figures = {};
};

/// Reads what the run of LintOptions::trace kept; runs nothing. Nullopt if no rule set of the
/// review has a rule of that id.
std::optional<RuleTrace> trace_rule(const Review& review, std::string_view id);

}  // namespace hegui
