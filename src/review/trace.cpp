#include "review/trace.h"

#include "review/run_check.h"

namespace hegui {
namespace {

/// What a piece of an unnumbered part must say to be an item, if a check of the rule asks for it.
Condition naming_of(const Requirement& requirement, const Variables& variables) {
  for (const Check& check : requirement.checks)
    if (const Condition* naming = check.arguments.condition("naming"))
      return naming->with(variables);
  return {};
}

RuleTrace trace_requirement(const Review& review, const SetReview& set,
                            const RequirementReview& requirement) {
  const Document& document = review.document;
  RuleTrace trace{.rule = &requirement.requirement->rule, .set = &set, .requirement = &requirement};
  bind_parts(document, review.outline, *set.rules, set.variables, requirement.requirement,
             &trace.rungs);
  if (requirement.how == Binding::How::missing) return trace;
  const Target target{document, review.outline, requirement.part, set.variables};
  for (const Check& check : requirement.requirement->checks)
    trace.checks.push_back({&check, run_check(check, target)});
  trace.text = text_of(review.outline, requirement.part);
  trace.items = items(document, review.outline, requirement.part,
                      naming_of(*requirement.requirement, set.variables));
  for (const Span span : trace.text)
    for (Figure& figure : figures(document, span)) trace.figures.push_back(std::move(figure));
  return trace;
}

}  // namespace

std::optional<RuleTrace> trace_rule(const Review& review, std::string_view id) {
  for (const SetReview& set : review.sets) {
    for (const RequirementReview& requirement : set.requirements)
      if (requirement.requirement->rule.id == id)
        return trace_requirement(review, set, requirement);
    for (const DocumentCheck& check : set.rules->checks) {
      if (check.rule.id != id) continue;
      RuleTrace trace{.rule = &check.rule, .set = &set};
      const Part body{.spans = {review.outline.body}};
      trace.checks.push_back({&check.check, run_check(check.check, {review.document, review.outline,
                                                                    body, set.variables})});
      trace.text = text_of(review.outline, body);
      return trace;
    }
  }
  return std::nullopt;
}

}  // namespace hegui
