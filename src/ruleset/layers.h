#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ruleset/value.h"
#include "ruleset/yaml.h"

namespace hegui {

/// One file of a rule set; the first is the one that was asked for, the others it extends.
struct RuleFile {
  std::string path = {};  ///< "gongwen" for a built-in set.
  std::string source = {};
  std::string set_id = {};  ///< What it calls itself: first part of its rules' ids.
};

/// A rule set as it was found, not yet read. A built-in one brings its value tree.
struct FoundRules {
  std::string path = {};
  std::string source = {};
  std::optional<Value> root = {};
};

/// Finds the set that `name` means in the file `from` (empty: on the command line). Nullopt if
/// there is none. The core does no file I/O, so this is handed in.
using FindRules =
    std::function<std::optional<FoundRules>(std::string_view name, std::string_view from)>;

/// A set with everything that it extends, as one tree:
///
///   terms, vars, basis   merged by name; +name appends to a list, -name takes out of it
///   requirements, checks those of the extended sets first; `after: ID` puts one elsewhere
///   override             applied: none, a severity, or a map that is merged into the rule
///   other keys           the set's own, else those of the set it extends
struct LayeredRules {
  std::vector<RuleFile> files = {};
  Value root = {.kind = Value::Kind::map};
  std::vector<RuleProblem> problems = {};
};

LayeredRules read_layers(FoundRules found, const FindRules& find);

}  // namespace hegui
