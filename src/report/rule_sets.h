#pragma once

#include <deque>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "review/lint.h"
#include "ruleset/load.h"
#include "suppress/suppress.h"

namespace hegui {

/// One list of rule sets, and which of them are for a report.
class RuleSets {
 public:
  /// `by_name`: they were named. Else they are those that the program carries, each of which may
  /// apply.
  explicit RuleSets(bool by_name) : by_name_(by_name) {}

  /// One that the program carries, as it was when the program was built.
  void add_built_in(std::string_view name);
  void add(LoadedRules loaded);

  /// Something is wrong with a set: nothing may be checked.
  bool failed() const { return failed_; }
  /// All of them, whole: a run that only judges reports does without.
  std::vector<const LoadedRules*> files() const;
  /// The files that the user's sets are made of; none if every built-in set may apply.
  std::vector<std::string> paths() const;
  /// That all of them are written in; nothing if they are in several, or there are none.
  std::optional<Language> language() const;
  /// What is wrong in those that have errors.
  std::vector<FileProblem> problems() const;

  /// The sets for one report: those that apply, without those that another of them extends. Of sets
  /// that were not named there must be one; where several are left, `ambiguous` is set. Of named
  /// sets those that do not say what they are for, too, and all where none applies.
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

 protected:
  void fail() { failed_ = true; }

 private:
  /// Without errors.
  bool is_loaded(std::size_t i) const;
  /// What tells whether a set is for a report; of one that was loaded without errors.
  const RuleSet& head(std::size_t i) const;
  /// To judge reports by; of one that was loaded without errors.
  const RuleSet& rules(std::size_t i) const;
  const LoadedRules& whole(std::size_t i) const;

  bool by_name_;
  bool failed_ = false;
  /// Of one that was built in the head is read, the rules when a report needs them, and its files
  /// when somebody asks.
  struct Set {
    std::optional<RuleSet> head = {};
    std::optional<RuleSet> rules = {};
    LoadedRules whole = {};  ///< Of the others all at once.
  };

  mutable std::deque<Set> sets_;  // Reviews point into them.
  mutable std::mutex sets_mutex_;
  mutable std::mutex ids_mutex_;
  mutable std::optional<RuleIds> ids_;  // Few runs ask for them.
};

}  // namespace hegui
