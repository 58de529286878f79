#include "review/review.h"

#include <algorithm>

namespace hegui {

const Message* RequirementReview::summary() const {
  const auto says = [](const CheckRun& run) {
    const bool counts = run.check->otherwise != Verdict::met;
    return counts && run.outcome.passed && !run.outcome.summary.zh.empty();
  };
  const auto last = std::find_if(runs.rbegin(), runs.rend(), says);
  return verdict == Verdict::met && last != runs.rend() ? &last->outcome.summary : nullptr;
}

Message Review::unsuitable() const {
  if (!looks_like.empty()) return say("这像是“{}”", "this looks like “{}”", looks_like);
  if (!other_year.empty())
    return say("这是 {} 年度的报告，要的是 {} 年度", "this is a report of {}, and {} was asked for",
               other_year, year_asked);
  return {};
}

const RequirementReview* Review::find_requirement(std::string_view id) const {
  for (const SetReview& set : sets)
    for (const RequirementReview& requirement : set.requirements)
      if (requirement.requirement->rule.id == id) return &requirement;
  return nullptr;
}

}  // namespace hegui
