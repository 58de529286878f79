#pragma once

#include <vector>

#include "config/settings.h"
#include "report/rule_sets.h"
#include "run/request.h"
#include "run/rule_finder.h"

namespace hegui {

/// The rule sets that the settings of a run name. Without a name every built-in set may apply.
class RuleLibrary : public RuleSets {
 public:
  /// What cannot be found or read is said on standard error if the user named it, and else becomes
  /// a problem of the configuration that does.
  RuleLibrary(const Settings& settings, const Request& request);

  /// What is wrong in those that have errors, and where they are named.
  std::vector<FileProblem> problems() const;

 private:
  void add(const Said& name, const RuleFinder& find, const Request& request);
  void fail(const Said& name, Message message, const Request& request);

  /// No folder has rules: built-in sets are what they were when the program was built.
  bool only_built_in_;
  std::vector<FileProblem> problems_ = {};
};

/// Messages come in the language of the rule sets, unless the user says which, or they differ.
OutputOptions output_for(const Request& request, const RuleLibrary& library);

}  // namespace hegui
