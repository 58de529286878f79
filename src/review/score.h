#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "finding.h"
#include "ruleset/ruleset.h"

namespace hegui {

struct Mark;
struct RequirementReview;
struct Review;

/// What one requirement brings. Points into the review.
struct ScoreTerm {
  const RequirementReview* review = nullptr;
  bool counts = true;  ///< False if it does not apply: neither got nor possible.
  double weight = 0;
  double points = 0;
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
};

/// Met 1, weak 0.5, missing 0 of the weight. Several rule sets add up to one score. Nothing is
/// `possible`, and there is no value, for a report that was not checked, or without weights.
Score score_of(const Review& review);

/// 7.5, 15, 66.67: at most two decimals, as points are shown.
std::string points_text(double points);

/// 每处 1 分，最多 3 分
Message deduct_text(const Deduct& deduct);

/// 70.0: always one decimal, as scores are shown.
std::string score_text(double value);

}  // namespace hegui
