#pragma once

#include "ruleset/ruleset.h"
#include "yaml/reader.h"

namespace hegui {

/// What is no error in the rules of the file that was asked for, but should not be: no basis, no
/// samples, deductions that can never be made.
void warn_about_rules(Reader& reader, const RuleSet& rules);

}  // namespace hegui
