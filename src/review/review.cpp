#include "review/review.h"

#include <algorithm>

#include "review/findings.h"

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

namespace {

Message joined(Message head, const std::vector<Reason>& reasons) {
  bool first = true;
  for (const Reason& reason : reasons) {
    head.zh += (first ? "：" : "；") + reason.message.zh;
    head.en += (first ? ": " : "; ") + reason.message.en;
    first = false;
  }
  return head;
}

}  // namespace

Message message_of(const RequirementReview& review, const std::vector<Reason>& reasons) {
  const std::string& title = review.requirement->rule.title;
  if (review.verdict == Verdict::met)
    return joined(say("“{}”达到要求，得分打了折扣", "“{}” is met, at a cost in points", title),
                  reasons);
  if (review.verdict == Verdict::weak)
    return joined(say("“{}”偏弱", "“{}” is weak", title), reasons);
  if (review.place.after_body)
    return say("缺少“{}”，应补在正文末尾", "“{}” is missing; add it at the end of the text", title);
  if (review.place.insertion)
    return say("缺少“{}”，应补在这里之前", "“{}” is missing; add it before this line", title);
  return joined(say("没有写“{}”", "“{}” is missing", title), reasons);
}

Message help_of(const RequirementReview& review, const std::vector<Reason>& reasons) {
  const std::string& own = review.requirement->rule.fix;
  Message help;
  std::vector<std::string> told;
  for (const Reason& reason : reasons) {
    const Message& fix = reason.fix.zh.empty() ? Message{own, own} : reason.fix;
    if (fix.zh.empty() || std::ranges::find(told, fix.zh) != told.end()) continue;
    help.zh += (told.empty() ? "" : "；") + fix.zh;
    help.en += (told.empty() ? "" : "; ") + fix.en;
    told.push_back(fix.zh);
  }
  return help;
}

}  // namespace hegui
