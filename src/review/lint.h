#pragma once

#include <span>

#include "review/review.h"
#include "review/selection.h"

namespace hegui {

/// A rule set, and whether the user named it.
struct ChosenRules {
  const RuleSet* rules = nullptr;
  bool by_name = false;
  Message because = {};  ///< Of one that was chosen since it applies.
};

/// The passes in order: from a document and rule sets to a review. Suppressions and score come
/// after.
Review lint(Document document, std::span<const ChosenRules> sets, const LintOptions& options);
/// For whoever has read the outline to choose the sets.
Review lint(Document document, Outline outline, std::span<const ChosenRules> sets,
            const LintOptions& options);

}  // namespace hegui
