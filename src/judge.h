#pragma once

#include "lint.h"

namespace hegui {

/// Verdict, place and reasons of every requirement, in rule-set order.
std::vector<RequirementReview> judge_requirements(const Document& document, const Outline& outline,
                                                  const RuleSet& rules, const Variables& variables,
                                                  const std::vector<Binding>& bindings,
                                                  const LintOptions& options);

/// The place behind the last body line.
Place after_body(const Outline& outline);

}  // namespace hegui
