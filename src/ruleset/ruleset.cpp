#include "ruleset/ruleset.h"

namespace hegui {

const Rule* RuleSet::find_rule(std::string_view rule_id) const {
  const Rule* found = nullptr;
  for_each_rule([&](const Rule& rule) {
    if (rule.id == rule_id) found = &rule;
  });
  return found;
}

std::shared_ptr<const FilledTerms> RuleSet::filled_with(const Variables& values) const {
  // A variable may hold any words of a report, so that a long run could know terms for each.
  constexpr std::size_t most_kept = 64;

  const std::scoped_lock lock(filled->mutex);
  if (const auto known = filled->terms.find(values); known != filled->terms.end())
    return known->second;
  if (filled->terms.size() == most_kept) filled->terms.clear();
  auto made = std::make_shared<const FilledTerms>(terms, values);
  filled->terms.emplace(values, made);
  return made;
}

RuleSet head_of(const RuleSet& rules) {
  return {.files = rules.files,
          .id = rules.id,
          .title = rules.title,
          .language = rules.language,
          .applies = rules.applies,
          .hints = rules.hints,
          .variables = rules.variables};
}

}  // namespace hegui
