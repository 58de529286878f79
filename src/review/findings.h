#pragma once

#include "review/lint.h"

namespace hegui {

/// Turns what a rule set found into findings: one for each requirement that is missing or weak and
/// not blocked, a note for one that is met and does not get all of its points, one for each problem
/// of a document check. Requirements and checks that the options leave out are taken out of `set`
/// too.
void add_findings(Review& review, SetReview& set, const std::vector<Binding>& bindings,
                  const ReportTables& tables, const LintOptions& options);

/// What a finding says of a requirement that is weak or missing, for those of its reasons that are
/// to be told.
Message message_of(const RequirementReview& review, const std::vector<Reason>& reasons);
/// What to do about them: the `fix` of each, or the requirement's where it has none of its own.
Message help_of(const RequirementReview& review, const std::vector<Reason>& reasons);

}  // namespace hegui
