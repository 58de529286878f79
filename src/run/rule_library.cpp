// Which sets a name means: a file, a set in a folder of --rules-path, or one that is built in. All
// are loaded before the first report is read: what is wrong with one is told once, not per report.
// Built-in ones that nobody named have nothing wrong with them, and wait until a report needs them.

#include "run/rule_library.h"

#include <algorithm>
#include <cstdio>
#include <new>

#include "formats/format.h"
#include "review/applies.h"
#include "ruleset/builtin.h"
#include "run/archives.h"
#include "run/suppressions.h"
#include "system/standard_streams.h"
#include "text/input_error.h"
#include "text/printable.h"

namespace hegui {
namespace {

bool extends(const RuleSet& set, const RuleSet& other) {
  return &set != &other && std::ranges::find(set.files, other.files.front().path,
                                             &SourceFile::path) != set.files.end();
}

}  // namespace

RuleLibrary::RuleLibrary(const Settings& settings, const Request& request)
    : by_name_(!settings.sources.rules.empty()) {
  const RuleFinder find(settings.sources.folders, settings.sources.boundary);
  std::set<std::string_view> seen;  // A set that is named again is the same one.
  for (const Said& name : settings.values.of(ConfigKeyId::rules))
    if (seen.insert(name.value).second) add(name, find, request);
  if (by_name_) return;
  // A folder may have a set of that name.
  const bool may_wait = settings.sources.folders.empty();
  for (const BuiltinRules& builtin : builtin_rules())
    if (may_wait)
      signs_.push_back(load_signs(builtin));
    else
      add({.value = std::string(builtin.name)}, find, request);
  files_.resize(std::max(files_.size(), signs_.size()));
}

const LoadedRules& RuleLibrary::read(std::size_t index) const {
  if (signs_.empty()) return files_[index];
  // No call_once: glibc loads a library when an exception leaves it, and ends the program if the
  // exception was for want of memory.
  const std::lock_guard lock(reading_);
  LoadedRules& file = files_[index];
  if (!file.rules) file = load_rules(*find_builtin(signs_[index].id), RuleFinder({}));
  return file;
}

const RuleSet& RuleLibrary::signs(std::size_t index) const {
  return signs_.empty() ? *files_[index].rules : signs_[index];
}

const std::deque<LoadedRules>& RuleLibrary::files() const {
  for (std::size_t i = 0; i < files_.size(); ++i) read(i);
  return files_;
}

std::vector<std::string> RuleLibrary::paths() const {
  std::vector<std::string> all;
  if (!signs_.empty()) return all;
  for (const LoadedRules& loaded : files_)
    for (const SourceFile& file : loaded.files) all.push_back(file.path);
  return all;
}

std::optional<Language> RuleLibrary::language() const {
  std::optional<Language> all;
  for (std::size_t i = 0; i < files_.size(); ++i) {
    if (signs_.empty() && !files_[i].tells_language) return std::nullopt;
    const Language one = signs_.empty() ? files_[i].language : signs_[i].language;
    if (all && *all != one) return std::nullopt;
    all = one;
  }
  return all;
}

void RuleLibrary::fail(const Said& name, Message message, const Request& request) {
  failed_ = true;
  if (name.origin.kind == Origin::Kind::file)
    problems_.push_back(problem_at(name.origin, std::move(message)));
  else
    complain(message, request.output.language);
}

void RuleLibrary::add(const Said& name, const RuleFinder& find, const Request& request) {
  try {
    auto found = find(name.value, {});
    if (!found) {
      std::vector<std::string> known;
      for (const BuiltinRules& set : builtin_rules()) known.emplace_back(set.name);
      fail(name,
           say("没有叫“{}”的规则集；自带的有 {}，或者给出文件路径",
               "there is no rule set called “{}”; built in are {}; or give the path of a file",
               name.value, fmt::format("{}", fmt::join(known, ", "))),
           request);
      return;
    }
    files_.push_back(load_rules(std::move(*found), find));
    failed_ = failed_ || !files_.back().rules;
  } catch (const InputError& error) {
    fail(name, {name.value + "：" + error.message().zh, name.value + ": " + error.message().en},
         request);
  }
}

std::vector<FileProblem> RuleLibrary::problems() const {
  std::vector<FileProblem> all = problems_;
  if (!signs_.empty()) return all;
  for (const LoadedRules& file : files_)
    if (!file.rules)
      std::ranges::move(problems_in(file.files, file.problems), std::back_inserter(all));
  return all;
}

void RuleLibrary::add_ids(std::set<std::string>& ids) const {
  for (const LoadedRules& file : files()) {
    if (!file.rules) continue;
    file.rules->for_each_rule([&](const Rule& rule) { ids.insert(rule.id); });
  }
}

std::vector<const Variable*> RuleLibrary::variables() const {
  std::vector<const Variable*> all;
  for (const LoadedRules& file : files()) {
    if (!file.rules) continue;
    for (const Variable& variable : file.rules->variables)
      if (std::ranges::find(variable.sources, "option", &VariableSource::name) !=
          variable.sources.end())
        all.push_back(&variable);
  }
  return all;
}

std::vector<ChosenRules> RuleLibrary::choose(const Document& document, const Outline& outline,
                                             bool& ambiguous) const {
  std::vector<ChosenRules> chosen;
  ambiguous = false;
  if (by_name_) {
    for (const LoadedRules& file : files_) chosen.push_back({&*file.rules, true});
    return chosen;
  }
  for (std::size_t i = 0; i < files_.size(); ++i)
    if (Message because; applies(signs(i), document, outline, &because))
      chosen.push_back({&*read(i).rules, false, std::move(because)});
  const auto closest = std::ranges::find_if(chosen, [&](const ChosenRules& set) {
    return std::ranges::all_of(chosen, [&](const ChosenRules& other) {
      return set.rules == other.rules || extends(*set.rules, *other.rules);
    });
  });
  if (closest != chosen.end()) return {*closest};
  ambiguous = chosen.size() > 1;
  return chosen;
}

Message RuleLibrary::no_rules_apply(const Document& document, const Outline& outline) const {
  std::vector<const RuleSet*> sets;
  for (std::size_t i = 0; i < files_.size(); ++i) sets.push_back(&signs(i));
  return hegui::no_rules_apply(sets, document, outline);
}

OutlineHints RuleLibrary::hints() const {
  OutlineHints all;
  for (std::size_t i = 0; i < files_.size(); ++i) all.append(signs(i).hints);
  return all;
}

const RuleIds& RuleLibrary::ids() const {
  const std::lock_guard lock(ids_mutex_);
  if (ids_) return *ids_;
  RuleIds ids;
  for (const LoadedRules& file : files())
    if (file.rules) ids.add(*file.rules);
  // What a report says of a set that is not used in this run is no error.
  if (by_name_)
    for (const BuiltinRules& builtin : builtin_rules())
      if (const LoadedRules loaded = load_rules(*find_builtin(builtin.name), RuleFinder({}));
          loaded.rules)
        ids.add(*loaded.rules);
  return ids_.emplace(std::move(ids));
}

bool RuleLibrary::knows(std::string_view entry) const {
  if (failed_) return true;
  const std::string text(entry);
  const auto is_meant = [&](const std::string& id) {
    return matches_any(id, std::span(&text, 1)) || entry == id;
  };
  if (is_meant(std::string(looks_like_rule))) return true;
  for (const LoadedRules& file : files()) {
    for (const Requirement& requirement : file.rules->requirements) {
      if (is_meant(requirement.rule.id)) return true;
      for (const Check& check : requirement.checks)
        if (is_meant(requirement.rule.id + "." + check.id)) return true;
    }
    for (const DocumentCheck& check : file.rules->checks)
      if (is_meant(check.rule.id)) return true;
  }
  return false;
}

OutputOptions output_for(const Request& request, const RuleLibrary& library) {
  const auto language = library.language();
  return language ? request.output.in(*language) : request.output;
}

}  // namespace hegui
