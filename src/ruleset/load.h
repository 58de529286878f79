#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ruleset/builtin.h"
#include "ruleset/layers.h"
#include "ruleset/ruleset.h"
#include "yaml/value.h"
#include "yaml/yaml.h"

namespace hegui {

/// A rule set with all that is wrong in its files. `rules` is there only if nothing is an error.
struct LoadedRules {
  std::vector<SourceFile> files = {};  ///< The one that was asked for first.
  std::optional<RuleSet> rules = {};
  Language language = Language::zh;          ///< What it says of itself, also where it has errors.
  bool tells_language = true;                ///< Else it has errors, and none of it says which.
  std::vector<SourceProblem> problems = {};  ///< In file order.
};

/// Reads a set with what it extends. With `warn`, also what is no error but should not be: no
/// basis, no samples, unused lists, terms that can never matter.
LoadedRules load_rules(FoundRules found, const FindRules& find, bool warn = false);

/// A built-in set by name, as FindRules finds it.
std::optional<FoundRules> find_builtin(std::string_view name);

}  // namespace hegui
