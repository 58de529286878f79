#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "finding.h"
#include "ruleset/ruleset.h"

namespace hegui {

struct Mark;
struct RequirementReview;
struct Review;

/// What one check of a requirement brings to its share.
struct ShareTerm {
  std::string check = {};
  double got = 0, wanted = 1;  ///< 134 of 150; 1 of 1 if it passed, 0 of 1 if there is nothing.
  double share = 0;            ///< got ÷ wanted, 0 to 1.
  std::optional<double> weighs = {};  ///< Of a check that only costs points: what hangs on it.
};

/// What one requirement brings. Points into the review.
struct ScoreTerm {
  const RequirementReview* review = nullptr;
  bool counts = true;  ///< False if it does not apply: neither got nor possible.
  double weight = 0;
  double rung = 1;                     ///< RequirementReview::found_share
  std::vector<ShareTerm> shares = {};  ///< Of its checks, in their order; none if missing.
  double share = 0;                    ///< Of the weight, 0 to 1.
  double points = 0;           ///< weight × share, rounded to 0.01: they add up as they are shown.
  const Mark* mark = nullptr;  ///< A reviewer's points, in place of weight × share.
};

/// What one document check takes off.
struct Deduction {
  const Rule* rule = nullptr;
  std::vector<const Finding*> findings = {};
  Deduct terms = {};
  double points = 0;    ///< each × findings, at most the cap.
  bool capped = false;  ///< The cap made it less.
};

/// Whether what nothing can make up for is there, whatever the points.
struct GateResult {
  std::string name = {};  ///< What a report is called that does not pass: 不合格.
  std::vector<const Rule*> failed = {};

  bool passed() const { return failed.empty(); }
};

/// A score with every term, so that whoever signs it can defend it:
///
///   value = 100 × got ÷ possible − deducted, not below 0, rounded to 0.1
struct Score {
  double got = 0;
  double possible = 0;
  double deducted = 0;
  double value = 0;        ///< Means something only if `possible` is more than 0.
  std::string grade = {};  ///< Of `value` as rounded; empty if no rule set has grades.
  double grade_least = 0;
  std::vector<ScoreTerm> terms = {};  ///< In the order of the requirements.
  std::vector<Deduction> deductions = {};
  std::optional<GateResult> gate = {};  ///< None if no rule set has one.
};

/// Of the weight met gets 1, missing 0, weak the mean of what its checks found, × 0.6 if it was
/// found in a way that only counts as weak: a bound missed by a character costs next to nothing.
/// Checks that only cost points (Check::weighs) take their share of it. Several rule sets add up to
/// one score. Nothing is `possible`, and there is no value, for a report that was not checked, or
/// without weights.
Score score_of(const Review& review);

/// How the points of a requirement come about: 15 × (134/150 + 1) ÷ 2. Empty where they are all or
/// none of the weight, or given by a reviewer.
std::string points_formula(const ScoreTerm& term);

/// 7.5, 15, 66.67: at most two decimals, as points are shown.
std::string points_text(double points);

/// 每处 1 分，最多 3 分
Message deduct_text(const Deduct& deduct);

/// 70.0: always one decimal, as scores are shown. What is not full is never shown as 100.0.
std::string score_text(double value);

}  // namespace hegui
