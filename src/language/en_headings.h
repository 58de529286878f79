#pragma once

#include <optional>
#include <string_view>

#include "language/heading_form.h"

namespace hegui {

/// Where a numbered heading ends: at the end of its line, or run-in before its text.
///
///   1. Purpose. This policy says who …     2. Scope: all staff …
std::optional<HeadingEnd> find_english_heading_end(const LanguageData& language,
                                                   const HeadingReach& reach);

/// Action items:
std::optional<HeadingMark> find_english_heading_mark(const LanguageData& language,
                                                     std::string_view text);

}  // namespace hegui
