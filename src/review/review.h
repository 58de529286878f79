#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "finding.h"
#include "review/binding.h"
#include "ruleset/ruleset.h"
#include "yaml/file_problem.h"

namespace hegui {

/// Why a requirement is not met.
struct Reason {
  std::string check = {};  ///< Empty for a weak rung.
  double found = 0;
  double expected = 0;
  Message message = {};
};

/// All that was found out about one requirement.
struct RequirementReview {
  const Requirement* requirement = nullptr;
  Verdict verdict = Verdict::missing;
  Binding::How how = Binding::How::missing;
  Place place = {};  ///< Where it is answered, or belongs.
  Part part = {};
  std::vector<Reason> reasons = {};
  std::vector<Message> summaries = {};      ///< Of passed checks.
  std::vector<Span> evidence = {};          ///< At most max_evidence.
  const Requirement* blocked_by = nullptr;  ///< Missing for that reason only: no finding.
};

inline constexpr std::size_t max_evidence = 5;

/// One rule set's view of a report.
struct SetReview {
  const RuleSet* rules = nullptr;
  Message chosen_because = {};
  bool by_name = false;  ///< The user named it; else its conditions hold.
  Variables variables = {};
  std::string year_from = {};
  std::vector<RequirementReview> requirements = {};
  std::vector<const DocumentCheck*> checks = {};  ///< That were run on the whole document.
};

/// A reviewer's own points for a requirement, in place of the computed ones.
struct Mark {
  std::string rule = {};  ///< Full id.
  double points = 0;
  std::string reason = {};
  std::string by = {};
};

/// All that lint() found out about one report. Points into the rule sets.
struct Review {
  enum class Status : std::uint8_t { checked, not_understood, unreadable };
  Status status = Status::checked;
  Message error = {};  ///< Why it is not checked.
  Document document = {};
  Outline outline = {};
  std::vector<SetReview> sets = {};
  std::vector<Mark> marks = {};
  std::vector<Finding> findings = {};  ///< Sorted by place, severity and rule.
  /// Of suppressions in the report and of the file beside it. lint() has none.
  std::vector<FileProblem> problems = {};
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
