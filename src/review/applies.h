#pragma once

#include <span>

#include "document/outline.h"
#include "ruleset/ruleset.h"

namespace hegui {

/// Whether the set's conditions hold for the report; false when it has none.
bool applies(const RuleSet& rules, const Document& document, const Outline& outline,
             Message* because = nullptr);

/// The rule of which a finding is when somebody names a set for what looks like another document.
inline constexpr std::string_view looks_like_rule = "hegui/looks-like";
/// The finding on a report of another year than was asked for.
inline constexpr std::string_view other_year_rule = "hegui/other-year";
/// The finding where bytes of the file were no text.
inline constexpr std::string_view undecodable_rule = "hegui/undecodable";
/// Of pages that were not read: what stands there may be what the report is said to lack.
inline constexpr std::string_view unread_pages_rule = "hegui/pages-without-text";

/// What kind of other document it is: one that the set names (applies: looks-like), or one of those
/// that every language has (…的通知). Empty if it looks like none.
std::string_view looks_like(const RuleSet& rules, const Document& document, const Outline& outline);

/// Why none of the sets was chosen, and what the document looks like instead.
Message no_rules_apply(std::span<const RuleSet* const> sets, const Document& document,
                       const Outline& outline);

/// 第2、4–6页没有文字, of a document of which that is true.
Message unread_pages(const Document& document);

}  // namespace hegui
