// Which sets a name means: a file, a set in a folder of --rules-path, or one that is built in. All
// are loaded before the first report is read: what is wrong with one is told once, not per report.

#include "run/rule_library.h"

#include <algorithm>

#include "ruleset/builtin.h"
#include "system/standard_streams.h"
#include "text/input_error.h"

namespace hegui {

RuleLibrary::RuleLibrary(const Settings& settings, const Request& request)
    : RuleSets(!settings.sources.rules.empty()), only_built_in_(settings.sources.folders.empty()) {
  const RuleFinder find(settings.sources.folders, settings.sources.boundary);
  std::set<std::string_view> seen;  // A set that is named again is the same one.
  for (const Said& name : settings.values.of(ConfigKeyId::rules))
    if (seen.insert(name.value).second) add(name, find, request);
  if (!settings.sources.rules.empty()) return;
  for (const BuiltinRules& builtin : builtin_rules())
    add({.value = std::string(builtin.name)}, find, request);
}

void RuleLibrary::fail(const Said& name, Message message, const Request& request) {
  RuleSets::fail();
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
    if (found->root && only_built_in_)
      add_built_in(found->path);
    else
      RuleSets::add(load_rules(std::move(*found), find));
  } catch (const InputError& error) {
    fail(name, about(name.value, error.message()), request);
  }
}

std::vector<FileProblem> RuleLibrary::problems() const {
  std::vector<FileProblem> all = problems_;
  std::ranges::move(RuleSets::problems(), std::back_inserter(all));
  return all;
}

OutputOptions output_for(const Request& request, const RuleLibrary& library) {
  const auto language = library.language();
  return language ? request.output.in(*language) : request.output;
}

}  // namespace hegui
