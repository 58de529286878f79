#pragma once

#include <deque>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "config/settings.h"
#include "ruleset/load.h"
#include "run/request.h"
#include "run/rule_finder.h"
#include "suppress/suppress.h"
#include "system/files.h"

namespace hegui {

/// One list of rule sets. Without a name every built-in set may apply; of those only what tells
/// which reports they are for is read before it is known which are needed.
class RuleLibrary {
 public:
  /// What cannot be found or read is said on standard error if the user named it, and else becomes
  /// a problem of the configuration that does.
  RuleLibrary(const Settings& settings, const Request& request);

  /// Something is wrong with a set: nothing may be checked.
  bool failed() const { return failed_; }
  /// All of them, read.
  const std::deque<LoadedRules>& files() const;
  /// Those of which they were read, as far as they were.
  std::vector<std::string> paths() const;
  /// The language of all sets; none if they differ.
  std::optional<Language> language() const;
  /// What is wrong in those that have errors, and where they are named.
  std::vector<FileProblem> problems() const;

  /// The sets for one report. Of several that apply, the one that extends the others; if none does,
  /// all of them, and `ambiguous` is set.
  std::vector<ChosenRules> choose(const Document& document, const Outline& outline,
                                  bool& ambiguous) const;
  /// Of all these sets.
  OutlineHints hints() const;
  /// Why none was chosen.
  Message no_rules_apply(const Document& document, const Outline& outline) const;

  /// All rules of these sets and of those that the program carries.
  const RuleIds& ids() const;

  /// Whether a rule id or prefix names anything. True when a set failed: nobody knows then.
  bool knows(std::string_view entry) const;
  /// Of all rules, without their checks.
  void add_ids(std::set<std::string>& ids) const;
  /// The variables that a user may give.
  std::vector<const Variable*> variables() const;

 private:
  void add(const Said& name, const RuleFinder& find, const Request& request);
  void fail(const Said& name, Message message, const Request& request);
  /// One of files_, with its rules.
  const LoadedRules& read(std::size_t index) const;
  /// What tells which reports it is for.
  const RuleSet& signs(std::size_t index) const;

  bool by_name_;
  bool failed_ = false;
  mutable std::deque<LoadedRules> files_;  // Reviews point into them.
  std::deque<RuleSet> signs_ = {};         // Of files_ that are not read yet.
  mutable std::mutex reading_;
  std::vector<FileProblem> problems_ = {};
  mutable std::mutex ids_mutex_;
  mutable std::optional<RuleIds> ids_;  // Few runs ask for them.
};

/// Messages come in the language of the rule sets, unless the user says which, or they differ.
OutputOptions output_for(const Request& request, const RuleLibrary& library);

}  // namespace hegui
