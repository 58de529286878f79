#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "checks/check.h"
#include "finding.h"
#include "review/binding/binding.h"
#include "review/score.h"
#include "ruleset/ruleset.h"
#include "yaml/file_problem.h"

namespace hegui {

/// Why a requirement is not met.
struct Reason {
  std::string check = {};  ///< Empty for a weak rung.
  double found = 0;
  double expected = 0;
  Message message = {};
  Message unit = {};          ///< Of both; empty where they are no amount.
  Message fix = {};           ///< What to do about just that; empty: the requirement's `fix`.
  bool costs_points = false;  ///< And nothing else: the verdict stays.
};

/// A check as it ran: once. Findings, trace, score and outputs read it.
struct CheckRun {
  const Check* check = nullptr;
  Outcome outcome = {};  ///< Its message is the check's own (`say`), if it has one.
};

/// All that was found out about one requirement.
struct RequirementReview {
  const Requirement* requirement = nullptr;
  Verdict verdict = Verdict::missing;
  /// Less than all of it if the way it was found only counts as weak.
  Share found_share = {.got = 1};
  Binding::How how = Binding::How::missing;
  Place place = {};  ///< Where it is answered, or belongs.
  Part part = {};
  std::vector<Reason> reasons = {};
  std::vector<CheckRun> runs = {};          ///< Of the checks that were wanted.
  std::vector<RungTrace> rungs = {};        ///< How it was bound, if LintOptions::trace asks.
  std::vector<Span> evidence = {};          ///< At most max_evidence.
  const Requirement* blocked_by = nullptr;  ///< Missing for that reason only: no finding.
  /// What asks for it, and was not filled in. One that a check tells is finding enough.
  Span slot = {};
  /// The sentence by which the report says that there was nothing to tell; else empty. Its place.
  Span waived = {};

  /// What is not asked of this report stands nowhere.
  bool has_place() const { return verdict != Verdict::not_applicable || !waived.empty(); }
  /// What a met one says of itself in a word or two; null if none of its checks does.
  const Message* summary() const;
};

/// A check of the whole document as it ran. Its problems are findings of the review.
struct DocumentRun {
  const DocumentCheck* check = nullptr;
  Outcome outcome = {};
};

inline constexpr std::size_t max_evidence = 5;
/// The share of its points that is left of what was found in a way that only counts as weak.
inline constexpr double weak_rung_share = 0.6;

/// A year in title or lead that is not the report's.
struct PassedYear {
  std::string value = {};
  bool cited = false;  ///< It stands in the name or number of another document.
};

/// One rule set's view of a report.
struct SetReview {
  const RuleSet* rules = nullptr;  ///< Outlives it.
  Message chosen_because = {};
  bool by_name = false;  ///< The user named it; else its conditions hold.
  Variables variables = {};
  std::string year_from = {};
  std::vector<PassedYear> passed_years = {};
  std::vector<RequirementReview> requirements = {};
  std::vector<DocumentRun> runs = {};  ///< Of the checks of the whole document that were wanted.
};

/// A reviewer's own points for a requirement, in place of the computed ones.
struct Mark {
  std::string rule = {};  ///< Full id.
  double points = 0;
  std::string reason = {};
  std::string by = {};
};

/// All that was found out about one report. Points into the rule sets, and its score into itself: a
/// review is moved, never copied.
struct Review {
  enum class Status : std::uint8_t { checked, not_understood, unreadable };
  Status status = Status::checked;
  Message error = {};  ///< Why it is not checked.
  Document document = {};
  std::string bytes = {};  ///< That it was read from, where fixes are asked for.
  Outline outline = {};
  std::vector<SetReview> sets = {};
  std::vector<Mark> marks = {};
  std::vector<Finding> findings = {};  ///< Sorted by place, severity and rule.
  /// By id of a rule that has very many: those that are not among the findings, and count nowhere.
  std::map<std::string, std::size_t> truncated = {};
  std::string looks_like = {};  ///< What it is rather than what its rule set is for.
  std::string year_asked = {};  ///< What year a report was wanted of; empty: of any.
  std::string other_year = {};  ///< The year that it is of, if that is another.
  /// Of suppressions in the report and of the file beside it. lint() has none.
  std::vector<FileProblem> problems = {};
  /// Of what is not suppressed, so it comes last: lint() leaves it empty.
  Score score = {};

  /// Why its score is not to be compared with others'; empty if it is what was asked for.
  Message unsuitable() const;
  /// By its full id; null if no set of the run has it.
  const RequirementReview* find_requirement(std::string_view id) const;
};

constexpr std::string_view name_of(Review::Status status) {
  switch (status) {
    case Review::Status::checked: return "checked";
    case Review::Status::not_understood: return "not-understood";
    case Review::Status::unreadable: return "unreadable";
  }
  return "";
}

}  // namespace hegui
