#pragma once

#include "lint.h"

namespace hegui {

/// Turns what a rule set found into findings: one for each requirement that is missing or weak and
/// not blocked, one for each problem of a document check. Requirements and checks that the options
/// leave out are taken out of `set` too.
void add_findings(Review& review, SetReview& set, const std::vector<Binding>& bindings,
                  const LintOptions& options);

}  // namespace hegui
