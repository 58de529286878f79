// A review to a number. Three decisions that are not obvious:
//
//   blocked     counts as missing. If causes left the sum where no shortcoming is stated, a report
//               would score better by leaving the shortcomings out, too
//   suppressed  a suppressed finding deducts nothing. A suppressed *requirement* still gets no
//               points: that its absence is accepted does not make it be there. Points are given by
//               a mark, with a reason
//   note        deducts nothing, whatever the rule says. It asks somebody to look; nobody's score
//               hangs on it

#include "review/score.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "review/review.h"

namespace hegui {
namespace {

double share_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::met: return 1;
    case Verdict::weak: return 0.5;
    case Verdict::missing: return 0;
    case Verdict::not_applicable: return 0;
  }
  return 0;
}

/// The one place of rounding. The small addition keeps 70.25, which is 70.2499… in binary, from
/// going down.
double rounded(double value, double steps) {
  return std::floor(value * steps + 0.5 + 1e-6) / steps;
}

ScoreTerm term_of(const RequirementReview& requirement, const std::vector<Mark>& marks) {
  ScoreTerm term{.review = &requirement,
                 .counts = requirement.verdict != Verdict::not_applicable,
                 .weight = requirement.requirement->weight};
  term.points = term.weight * share_of(requirement.verdict);
  const auto mark = std::ranges::find(marks, requirement.requirement->rule.id, &Mark::rule);
  if (mark == marks.end()) return term;
  // Whoever gives points says that it applies. More than the weight would make the score mean
  // something else in this report than in the others.
  term.counts = true;
  term.mark = &*mark;
  term.points = std::clamp(mark->points, 0.0, term.weight);
  return term;
}

std::optional<Deduction> deduction_of(const DocumentCheck& check, const Review& review) {
  if (!check.deduct) return std::nullopt;
  Deduction deduction{.rule = &check.rule, .terms = *check.deduct};
  for (const Finding& finding : review.findings)
    if (finding.rule == check.rule.id && !finding.suppressed && finding.severity > Severity::note)
      deduction.findings.push_back(&finding);
  if (deduction.findings.empty()) return std::nullopt;
  const double all = check.deduct->each * static_cast<double>(deduction.findings.size());
  deduction.points = std::min(all, check.deduct->most);
  deduction.capped = deduction.points < all;
  return deduction;
}

void give_grade(const Review& review, Score& score) {
  for (const SetReview& set : review.sets)
    for (const Grade& grade : set.rules->grades)
      if (score.value >= grade.least) {
        score.grade = grade.name;
        score.grade_least = grade.least;
        return;
      }
}

std::string without_zeros(std::string text) {
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

}  // namespace

Score score_of(const Review& review) {
  Score score;
  for (const SetReview& set : review.sets) {
    for (const RequirementReview& requirement : set.requirements) {
      score.terms.push_back(term_of(requirement, review.marks));
      const ScoreTerm& term = score.terms.back();
      if (!term.counts) continue;
      score.got += term.points;
      score.possible += term.weight;
    }
    for (const DocumentCheck& check : set.rules->checks) {
      // Two sets may build on the same third one.
      const bool taken = std::ranges::any_of(score.deductions, [&](const Deduction& other) {
        return other.rule->id == check.rule.id;
      });
      if (taken) continue;
      if (auto deduction = deduction_of(check, review)) {
        score.deducted += deduction->points;
        score.deductions.push_back(std::move(*deduction));
      }
    }
  }
  if (score.possible <= 0) return score;
  score.value = rounded(std::max(0.0, 100 * score.got / score.possible - score.deducted), 10);
  give_grade(review, score);
  return score;
}

std::string points_text(double points) {
  return without_zeros(fmt::format("{:.2f}", rounded(points, 100)));
}

Message deduct_text(const Deduct& deduct) {
  if (deduct.most >= 100) return say("每处 {} 分", "{} off per finding", points_text(deduct.each));
  return say("每处 {} 分，最多 {} 分", "{} off per finding, {} at most", points_text(deduct.each),
             points_text(deduct.most));
}

std::string score_text(double value) { return fmt::format("{:.1f}", value); }

}  // namespace hegui
