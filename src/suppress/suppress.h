#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "review/lint.h"
#include "yaml/value.h"
#include "yaml/yaml.h"

namespace hegui {

/// Of one side file, or of the comments of one report. Nobody writes so many; each is held against
/// each finding.
inline constexpr std::size_t most_suppressions = 1000;

/// What suppressions and marks may name.
struct RuleIds {
  std::vector<std::string> requirements = {};  ///< fazhi/measures
  std::vector<std::string> all = {};  ///< These, document checks, and fazhi/measures.figures.

  void add(const RuleSet& rules);
};

/// That a rule is none of `known`, and which was probably meant.
Message unknown_rule(std::string_view rule, const std::vector<std::string>& known);

/// A suppression as somebody wrote it: rule, where, and why.
struct SuppressionEntry {
  std::string rule = {};  ///< Full id of a rule, or of a check of it: then only that reason goes.
  Suppression decision = {};
  // Where, in a side file. Without both it is for what has no words: a missing requirement, or the
  // document as a whole.
  std::vector<std::string> at = {};  ///< Headings on the way to it, outermost first.
  std::string quote = {};            ///< Words that it is about.
  // Where, in a comment.
  Span covers = {};                ///< In Document::source.
  bool covers_after_body = false;  ///< Also what belongs at the end of the body.

  SourcePlace said_at = {};   ///< For what is to be told about it.
  SourcePlace until_at = {};  ///< Of its last day.
};

/// A heading or quote for comparison: folded, without blanks.
std::string compact(std::string_view text);

/// Marks the findings that an entry is for. One whose last day is before `today` (2026-12-31) is
/// for none. A finding of which some reasons are suppressed goes on with the others. Returns
/// warnings, of rules that were run: entries that have ended, and those that nothing came of.
std::vector<SourceProblem> suppress(Review& review, std::span<const SuppressionEntry> entries,
                                    const LintOptions& options, std::string_view today);

/// Whether the rule was looked at in this review: it is in a set that was chosen, and neither left
/// out by the options nor waiting for another one.
bool was_run(const Review& review, std::string_view rule, const LintOptions& options);

}  // namespace hegui
