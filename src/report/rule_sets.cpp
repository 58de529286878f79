// The sets for a report: those that are for its kind, without those that another of them brings
// along.

#include "report/rule_sets.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "review/applies.h"
#include "ruleset/archive.h"
#include "ruleset/builtin.h"
#include "ruleset/compiled.h"

namespace hegui {
namespace {

const CompiledRules* find_compiled_rules(std::string_view name) {
  const auto found = std::ranges::find(compiled_rules(), name, &CompiledRules::name);
  return found == compiled_rules().end() ? nullptr : &*found;
}

bool extends(const RuleSet& set, const RuleSet& other) {
  return &set != &other && std::ranges::find(set.files, other.files.front().path,
                                             &SourceFile::path) != set.files.end();
}

}  // namespace

void RuleSets::add_built_in(std::string_view name) {
  sets_.push_back({.head = unarchived(find_compiled_rules(name)->head)});
}

void RuleSets::add(LoadedRules loaded) {
  failed_ = failed_ || !loaded.rules;
  sets_.push_back({.whole = std::move(loaded)});
}

bool RuleSets::is_loaded(std::size_t i) const { return sets_[i].head || sets_[i].whole.rules; }

const RuleSet& RuleSets::head(std::size_t i) const {
  const Set& set = sets_[i];
  return set.head ? *set.head : *set.whole.rules;
}

const RuleSet& RuleSets::rules(std::size_t i) const {
  const std::lock_guard lock(sets_mutex_);
  Set& set = sets_[i];
  if (!set.head) return *set.whole.rules;
  if (!set.rules) set.rules = unarchived(find_compiled_rules(set.head->id)->whole);
  return *set.rules;
}

/// All its files are built in, so that nothing is looked for, and nothing can be wrong.
const LoadedRules& RuleSets::whole(std::size_t i) const {
  const std::lock_guard lock(sets_mutex_);
  Set& set = sets_[i];
  if (set.head && !set.whole.rules)
    set.whole = load_rules(*find_builtin(set.head->id),
                           [](std::string_view name, auto) { return find_builtin(name); });
  return set.whole;
}

std::vector<const LoadedRules*> RuleSets::files() const {
  std::vector<const LoadedRules*> all;
  for (std::size_t i = 0; i < sets_.size(); ++i) all.push_back(&whole(i));
  return all;
}

std::optional<Language> RuleSets::language() const {
  std::optional<Language> all;
  for (const Set& set : sets_) {
    if (!set.head && !set.whole.tells_language) return std::nullopt;
    const Language own = set.head ? set.head->language : set.whole.language;
    if (all && *all != own) return std::nullopt;
    all = own;
  }
  return all;
}

std::vector<std::string> RuleSets::paths() const {
  std::vector<std::string> all;
  for (const Set& set : sets_)
    for (const SourceFile& file : set.whole.files) all.push_back(file.path);
  return all;
}

std::vector<FileProblem> RuleSets::problems() const {
  std::vector<FileProblem> all;
  for (const Set& set : sets_)
    if (!set.head && !set.whole.rules)
      std::ranges::move(problems_in(set.whole.files, set.whole.problems), std::back_inserter(all));
  return all;
}

void RuleSets::add_ids(std::set<std::string>& ids) const {
  for (std::size_t i = 0; i < sets_.size(); ++i)
    if (is_loaded(i)) rules(i).for_each_rule([&](const Rule& rule) { ids.insert(rule.id); });
}

std::vector<const Variable*> RuleSets::variables() const {
  std::vector<const Variable*> all;
  for (std::size_t i = 0; i < sets_.size(); ++i) {
    if (!is_loaded(i)) continue;
    for (const Variable& variable : head(i).variables)
      if (std::ranges::find(variable.sources, "option", &VariableSource::name) !=
          variable.sources.end())
        all.push_back(&variable);
  }
  return all;
}

std::vector<ChosenRules> RuleSets::choose(const Document& document, const Outline& outline,
                                          bool& ambiguous) const {
  struct Meant {
    std::size_t index;
    Message because;
  };
  std::vector<Meant> meant;
  for (std::size_t i = 0; i < sets_.size(); ++i) {
    // Of sets that nobody named none is meant for reports in another language.
    if (!by_name_ && head(i).language != document.language) continue;
    if (Message because; applies(head(i), document, outline, &because))
      meant.push_back({i, std::move(because)});
  }
  // What a set extends it brings along, as it wants it.
  const std::vector<Meant> all = meant;
  std::erase_if(meant, [&](const Meant& set) {
    return std::ranges::any_of(
        all, [&](const Meant& other) { return extends(head(other.index), head(set.index)); });
  });
  ambiguous = !by_name_ && meant.size() > 1;
  std::vector<ChosenRules> chosen;
  if (!by_name_) {
    for (Meant& set : meant) chosen.push_back({&rules(set.index), false, std::move(set.because)});
    return chosen;
  }
  // Sets of several genres may be named for a folder; one that says nothing of what it is for is
  // for each of its reports. What none is meant for is judged by all, and told.
  for (std::size_t i = 0; i < sets_.size(); ++i)
    if (meant.empty() || !head(i).applies.given ||
        std::ranges::find(meant, i, &Meant::index) != meant.end())
      chosen.push_back({&rules(i), true});
  return chosen;
}

Message RuleSets::no_rules_apply(const Document& document, const Outline& outline) const {
  std::vector<const RuleSet*> sets;
  for (std::size_t i = 0; i < sets_.size(); ++i) sets.push_back(&head(i));
  return hegui::no_rules_apply(sets, document, outline);
}

OutlineHints RuleSets::hints() const {
  OutlineHints all;
  for (std::size_t i = 0; i < sets_.size(); ++i) all.append(head(i).hints);
  return all;
}

const RuleIds& RuleSets::ids() const {
  // No call_once: glibc loads a library when an exception leaves it, and ends the program if the
  // exception was for want of memory.
  const std::lock_guard lock(ids_mutex_);
  if (ids_) return *ids_;
  RuleIds ids;
  for (std::size_t i = 0; i < sets_.size(); ++i)
    if (is_loaded(i)) ids.add(rules(i));
  // What a report says of a set that is not used in this run is no error.
  if (by_name_)
    for (const CompiledRules& compiled : compiled_rules()) ids.add(unarchived(compiled.whole));
  return ids_.emplace(std::move(ids));
}

bool RuleSets::knows(std::string_view entry) const {
  if (failed_) return true;
  const std::string text(entry);
  const auto is_meant = [&](const std::string& id) {
    return matches_any(id, std::span(&text, 1)) || entry == id;
  };
  for (const std::string_view own :
       {looks_like_rule, other_year_rule, undecodable_rule, unread_pages_rule})
    if (is_meant(std::string(own))) return true;
  const auto has_it = [&](const RuleSet& rules) {
    for (const Requirement& requirement : rules.requirements) {
      if (is_meant(requirement.rule.id)) return true;
      for (const Check& check : requirement.checks)
        if (is_meant(requirement.rule.id + "." + check.id)) return true;
    }
    return std::ranges::any_of(rules.checks,
                               [&](const DocumentCheck& check) { return is_meant(check.rule.id); });
  };
  // The set that its beginning names first: the others need not be read then.
  const std::string_view set = entry.substr(0, entry.find('/'));
  for (const bool named : {true, false})
    for (std::size_t i = 0; i < sets_.size(); ++i)
      if ((head(i).id == set) == named && has_it(rules(i))) return true;
  return false;
}

}  // namespace hegui
