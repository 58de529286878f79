#include "ruleset/ruleset.h"

namespace hegui {

const Rule* RuleSet::find_rule(std::string_view rule_id) const {
  const Rule* found = nullptr;
  for_each_rule([&](const Rule& rule) {
    if (rule.id == rule_id) found = &rule;
  });
  return found;
}

RuleSet RuleSet::with(const Variables& values) const {
  RuleSet known = *this;
  for (Requirement& requirement : known.requirements) {
    for (Rung& rung : requirement.rungs)
      for (Condition* condition :
           {&rung.condition, &rung.body, &rung.mostly.saying, &rung.mostly.rather_than})
        condition->put_in(values);
    for (Check& check : requirement.checks) check.arguments.put_in(values);
    requirement.promise.put_in(values);
  }
  for (DocumentCheck& check : known.checks) check.check.arguments.put_in(values);
  return known;
}

}  // namespace hegui
