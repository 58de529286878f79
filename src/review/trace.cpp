#include "review/trace.h"

#include <algorithm>

namespace hegui {
namespace {

/// What a piece of an unnumbered part must say to be an item, if a check of the rule asks for it.
Condition naming_of(const Requirement& requirement) {
  for (const Check& check : requirement.checks)
    if (const Condition* naming = check.arguments.condition("naming")) return *naming;
  return {};
}

template <typename Run>
const Outcome* outcome_of(const std::vector<Run>& runs, const void* check) {
  const auto run = std::ranges::find_if(runs, [&](const Run& r) { return r.check == check; });
  return run == runs.end() ? nullptr : &run->outcome;
}

RuleTrace trace_requirement(const Review& review, const SetReview& set,
                            const RequirementReview& requirement) {
  const Document& document = review.document;
  RuleTrace trace{.rule = &requirement.requirement->rule,
                  .set = &set,
                  .requirement = &requirement,
                  .rungs = requirement.rungs};
  if (requirement.how == Binding::How::missing) return trace;
  for (const Check& check : requirement.requirement->checks)
    trace.checks.push_back({&check, outcome_of(requirement.runs, &check)});
  trace.text = text_of(review.outline, requirement.part);
  trace.items =
      items(document, review.outline, requirement.part, naming_of(*requirement.requirement));
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
      trace.checks.push_back({&check.check, outcome_of(set.runs, &check)});
      trace.text = text_of(review.outline, {.spans = {review.outline.body}});
      return trace;
    }
  }
  return std::nullopt;
}

}  // namespace hegui
