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

#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "review/review.h"

namespace hegui {
namespace {

ShareTerm share_of(const CheckRun& run) {
  ShareTerm term{.check = run.check->id, .got = 1, .share = 1};
  if (!run.outcome.passed) {
    term.share = run.outcome.share.value();
    term.got = run.outcome.share.got;
    term.wanted = run.outcome.share.wanted;
  }
  if (run.check->otherwise == Verdict::met) term.weighs = run.check->weighs;
  return term;
}

/// The mean over its checks: a weak part that has all but little gets all but little.
double mean_share(const std::vector<ShareTerm>& shares) {
  double sum = 0, count = 0;
  for (const ShareTerm& term : shares) {
    if (term.weighs) continue;
    sum += term.share;
    ++count;
  }
  return count > 0 ? sum / count : 1;
}

/// What checks leave that only cost points.
double weighed_share(const std::vector<ShareTerm>& shares) {
  double left = 1;
  for (const ShareTerm& term : shares)
    if (term.weighs) left -= *term.weighs * (1 - term.share);
  return std::max(left, 0.0);
}

/// The one place of rounding. The small addition keeps 70.25, which is 70.2499… in binary, from
/// going down.
double rounded(double value, double steps) {
  return std::floor(value * steps + 0.5 + 1e-6) / steps;
}

void take_share(const RequirementReview& requirement, ScoreTerm& term) {
  if (requirement.verdict < Verdict::weak) return;
  for (const CheckRun& run : requirement.runs) term.shares.push_back(share_of(run));
  term.share = weighed_share(term.shares);
  if (requirement.verdict == Verdict::met) return;
  term.rung = requirement.found_share.value();
  term.share *= term.rung * mean_share(term.shares);
}

ScoreTerm term_of(const RequirementReview& requirement, const std::vector<Mark>& marks) {
  ScoreTerm term{.review = &requirement,
                 .counts = requirement.verdict != Verdict::not_applicable,
                 .weight = requirement.requirement->weight};
  take_share(requirement, term);
  term.points = rounded(term.weight * term.share, 100);
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

/// What is missing of what the gates of the sets ask for. Blocked counts as missing; a mark of a
/// reviewer says that it is there.
void pass_gate(const SetReview& set, Score& score) {
  const std::optional<Gate>& gate = set.rules->gate;
  if (!gate) return;
  if (!score.gate) score.gate = GateResult{.name = gate->name};
  for (const int index : gate->missing) {
    const Rule& rule = set.rules->requirements[static_cast<std::size_t>(index)].rule;
    const auto term = std::ranges::find(score.terms, rule.id, [](const ScoreTerm& one) {
      return std::string_view(one.review->requirement->rule.id);
    });
    if (term != score.terms.end() && term->review->verdict == Verdict::missing && !term->mark)
      score.gate->failed.push_back(&rule);
  }
}

std::string without_zeros(std::string text) {
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

/// 134/150; 1 for all that was asked, 0 for nothing.
std::string share_text(const ShareTerm& term) {
  if (term.share == 0 || term.share == 1) return points_text(term.share);
  return points_text(term.got) + "/" + points_text(term.wanted);
}

/// (134/150 + 1) ÷ 2; empty without checks.
std::string mean_text(const std::vector<ShareTerm>& terms) {
  std::vector<std::string> shares;
  for (const ShareTerm& term : terms)
    if (!term.weighs) shares.push_back(share_text(term));
  if (shares.size() < 2) return shares.empty() ? "" : shares.front();
  return fmt::format("({}) ÷ {}", fmt::join(shares, " + "), shares.size());
}

/// (1 − 40% × (1 − 8/20)); empty if nothing costs points.
std::string weighed_text(const std::vector<ShareTerm>& terms) {
  std::string text;
  for (const ShareTerm& term : terms)
    if (term.weighs && term.share < 1)
      text += fmt::format(" − {}% × (1 − {})", points_text(100 * *term.weighs), share_text(term));
  return text.empty() ? "" : "(1" + text + ")";
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
    pass_gate(set, score);
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
  // Without the noise of adding 0.1 and 0.2.
  score.got = rounded(score.got, 1e6);
  score.deducted = rounded(score.deducted, 1e6);
  if (score.possible <= 0) return score;
  score.value = rounded(std::max(0.0, 100 * score.got / score.possible - score.deducted), 10);
  give_grade(review, score);
  return score;
}

std::string points_text(double points) {
  return without_zeros(fmt::format("{:.2f}", rounded(points, 100)));
}

std::string points_formula(const ScoreTerm& term) {
  if (term.mark || term.review->verdict < Verdict::weak || term.share == 1) return {};
  std::string text = points_text(term.weight);
  const auto times = [&](const std::string& factor) {
    if (!factor.empty()) text += " × " + factor;
  };
  const Share& found = term.review->found_share;
  if (term.rung < 1)
    times(points_text(found.got) + (found.wanted == 1 ? "" : "/" + points_text(found.wanted)));
  if (term.review->verdict == Verdict::weak) times(mean_text(term.shares));
  times(weighed_text(term.shares));
  return text;
}

Message deduct_text(const Deduct& deduct) {
  if (deduct.most >= 100) return say("每处 {} 分", "{} off per finding", points_text(deduct.each));
  return say("每处 {} 分，最多 {} 分", "{} off per finding, {} at most", points_text(deduct.each),
             points_text(deduct.most));
}

std::string score_text(double value) {
  constexpr double full = 100, almost = 99.9;
  return fmt::format("{:.1f}", value < full && value > almost ? almost : value);
}

}  // namespace hegui
