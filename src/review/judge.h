#pragma once

#include "review/lint.h"

namespace hegui {

/// Verdict, place and reasons of every requirement, in rule-set order.
std::vector<RequirementReview> judge_requirements(const Document& document, const Outline& outline,
                                                  const RuleSet& rules, const Variables& variables,
                                                  const std::vector<Binding>& bindings,
                                                  const ReportTables& tables,
                                                  const LintOptions& options);

/// The check's own message (`say`) with {found}, {expected}, {hit}, {miss} and the variables put
/// in; the outcome's, if it has none.
Message own_message(const Check& check, const Outcome& outcome, const Variables& variables,
                    const Document& document);

/// Whether a rule is asked of this report at all.
bool is_asked(const Applicability& applies, const Document& document, const Outline& outline,
              const Variables& variables, const LintOptions& options);

/// The place after the last body line.
Place after_body(const Outline& outline);

}  // namespace hegui
