#pragma once

#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "commands/commands.h"
#include "commands/files.h"
#include "ruleset/load.h"
#include "suppress.h"

namespace hegui {

/// The rule sets of a run. Without a name every built-in set may apply.
class RuleLibrary {
 public:
  /// Says on standard error what cannot be found or read.
  explicit RuleLibrary(const Request& request);

  /// Something is wrong with a set: nothing may be checked.
  bool failed() const { return failed_; }
  const std::deque<LoadedRules>& files() const { return files_; }
  /// What is wrong in those that have errors.
  std::vector<FileProblem> problems() const;

  /// The sets for one report. Of several that apply, the one that extends the others; if none does,
  /// all of them, and `ambiguous` is set.
  std::vector<ChosenRules> choose(const Document& document, bool& ambiguous) const;

  /// All rules of these sets and of those that the program carries.
  const RuleIds& ids() const;

  /// Whether a rule id or prefix names anything.
  bool knows(std::string_view entry) const;

 private:
  void add(const std::string& name, const Request& request);

  bool by_name_;
  bool failed_ = false;
  std::deque<LoadedRules> files_;  // Reviews point into them.
  mutable std::once_flag ids_once_;
  mutable RuleIds ids_;  // Few runs ask for them.
};

/// Reads and lints one report. Never throws: what is wrong with the file is in the review.
Review review_file(const ReportFile& file, const Request& request, const RuleLibrary& library);

/// Complains of rules in --select, --ignore, --severity and --trace that no set has.
bool names_known_rules(const Request& request, const RuleLibrary& library);

/// Messages come in the language of the rule set, unless the user says which.
OutputOptions output_for(const Request& request, const RuleLibrary& library);

/// To standard error: everything that is no result.
void complain(const Message& message, const Request& request);

}  // namespace hegui
