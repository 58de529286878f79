#include "ruleset/ruleset.h"

namespace hegui {
namespace {

RuleSet put_in(RuleSet set, const Variables& values) {
  set.made = nullptr;  // Nothing is left to put in.
  const auto literals = std::make_shared<LiteralIndex>();
  for (Requirement& requirement : set.requirements) {
    for (Rung& rung : requirement.rungs)
      for (Condition* condition :
           {&rung.condition, &rung.body, &rung.mostly.saying, &rung.mostly.rather_than})
        condition->put_in(values, *literals);
    for (Check& check : requirement.checks) check.arguments.put_in(values, *literals);
    requirement.promise.put_in(values, *literals);
    requirement.waived_by.put_in(values, *literals);
    requirement.applies.title.put_in(values, *literals);
  }
  for (DocumentCheck& check : set.checks) {
    check.check.arguments.put_in(values, *literals);
    check.applies.title.put_in(values, *literals);
  }
  literals->finish();
  set.literals = literals;
  return set;
}

}  // namespace

const Rule* RuleSet::find_rule(std::string_view rule_id) const {
  const Rule* found = nullptr;
  for_each_rule([&](const Rule& rule) {
    if (rule.id == rule_id) found = &rule;
  });
  return found;
}

std::shared_ptr<const RuleSet> RuleSet::with(const Variables& values) const {
  // A variable may hold any words of a report, so that a long run could know a set for each.
  constexpr std::size_t most_kept = 64;

  const std::scoped_lock lock(made->mutex);
  if (const auto known = made->sets.find(values); known != made->sets.end()) return known->second;
  if (made->sets.size() == most_kept) made->sets.clear();
  auto set = std::make_shared<const RuleSet>(put_in(*this, values));
  made->sets.emplace(values, set);
  return set;
}

}  // namespace hegui
