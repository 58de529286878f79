#include "review/review.h"

#include <algorithm>

namespace hegui {

const Message* RequirementReview::summary() const {
  const auto says = [](const CheckRun& run) {
    return run.outcome.passed && !run.outcome.summary.zh.empty();
  };
  const auto last = std::find_if(runs.rbegin(), runs.rend(), says);
  return verdict == Verdict::met && last != runs.rend() ? &last->outcome.summary : nullptr;
}

const RequirementReview* Review::find_requirement(std::string_view id) const {
  for (const SetReview& set : sets)
    for (const RequirementReview& requirement : set.requirements)
      if (requirement.requirement->rule.id == id) return &requirement;
  return nullptr;
}

}  // namespace hegui
