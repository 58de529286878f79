#pragma once

#include <string>
#include <vector>

#include "document/outline.h"
#include "review/review.h"
#include "ruleset/ruleset.h"

namespace hegui {

struct KnownVariables {
  Variables values = {};
  std::string year_from = {};  ///< The source that gave `year`: title, lead, …; empty if none did.
  std::vector<PassedYear> passed = {};
};

/// The values of a rule set's variables in one report. `given` are the user's (--set year=2024);
/// they are the source `option`.
KnownVariables read_variables(const RuleSet& rules, const Document& document,
                              const Outline& outline, const Variables& given);

}  // namespace hegui
