#pragma once

#include "document/outline.h"
#include "ruleset/ruleset.h"

namespace hegui {

/// Whether the set's conditions hold for the report; false when it has none.
bool applies(const RuleSet& rules, const Document& document, const Outline& outline,
             Message* because = nullptr);

/// The kind of document that a title names, for “this looks like …”; empty if it names none.
std::string_view document_kind(const std::string& title);

/// Why no rule set was chosen, and what the document looks like instead.
Message no_rules_apply(const Document& document, const Outline& outline);

}  // namespace hegui
