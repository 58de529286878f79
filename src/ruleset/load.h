#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ruleset/ruleset.h"
#include "ruleset/value.h"
#include "ruleset/yaml.h"

namespace hegui {

/// A rule file with all that is wrong in it. `rules` is there only if nothing is an error.
struct LoadedRules {
  std::string path;
  std::string source;
  std::optional<RuleSet> rules = {};
  std::vector<RuleProblem> problems = {};  ///< In file order.
};

LoadedRules load_rules(std::string path, std::string source, const Value& root);
/// From YAML text.
LoadedRules load_rules(std::string path, std::string source);
/// A built-in set by name; nullopt if there is none.
std::optional<LoadedRules> load_builtin_rules(std::string_view name);

}  // namespace hegui
