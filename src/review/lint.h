#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "review/binding.h"
#include "yaml/file_problem.h"
#include "finding.h"
#include "ruleset/ruleset.h"

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

/// What the user asks for on top of the rule sets.
struct LintOptions {
  Variables set = {};                    ///< --set year=2024
  std::vector<std::string> select = {};  ///< Ids and prefixes; empty for all.
  std::vector<std::string> ignore = {};
  std::vector<std::pair<std::string, std::string>> severity = {};  ///< Id and word.
  bool sample = false;  ///< A sample of a rule: of any length, and meant for the set.
};

/// Runs a check. A pattern that exceeds its limits makes it fail and say so; nothing hangs.
Outcome run_check(const Check& check, const Target& target);

/// A rule set, and whether the user named it.
struct ChosenRules {
  const RuleSet* rules = nullptr;
  bool by_name = false;
};

/// Whether the set's conditions hold for the report; false when it has none.
bool applies(const RuleSet& rules, const Document& document, const Outline& outline,
             Message* because = nullptr);

/// `id` is one of the entries, or begins with one that ends at / or . (fazhi, fazhi/, fazhi/plan).
bool matches_any(std::string_view id, std::span<const std::string> entries);

/// Whether the user wants that rule (fazhi/plan) or check (fazhi/plan.items) to be looked at.
/// Selecting a check selects its rule with it, but none of the rule's other checks.
bool is_wanted(std::string_view id, const LintOptions& options);

/// A rule's severity as the user changed it; nothing for a rule that is not to be reported.
std::optional<Severity> severity_of(std::string_view id, std::optional<Severity> given,
                                    const LintOptions& options);

/// Why no rule set was chosen, and what the document looks like instead.
Message no_rules_apply(const Document& document, const Outline& outline);

Review lint(Document document, std::span<const ChosenRules> sets, const LintOptions& options);

}  // namespace hegui
