#pragma once

#include <span>
#include <string>
#include <string_view>

#include "finding.h"
#include "output/output.h"
#include "ruleset/ruleset.h"

namespace hegui {

/// What `hegui rules list` prints: a line a rule.
void write_rules_list(const RuleSet& rules, const OutputOptions& options, std::string& out);

/// What `hegui rules show` prints: the set with all that it extends as one YAML file; after each
/// rule and value that comes from elsewhere, where from.
void write_rules_yaml(const RuleSet& rules, std::string& out);

/// What `hegui explain` prints of one rule; false if the set has no rule of that id.
bool write_explanation(const RuleSet& rules, std::string_view id, const OutputOptions& options,
                       std::string& out);

}  // namespace hegui
