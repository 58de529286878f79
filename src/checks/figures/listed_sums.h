#pragma once

#include <vector>

#include "checks/check.h"

namespace hegui {

/// Whether short paragraphs that stand in a row, 取水许可158件； and 其他许可18件。, add up to what
/// the paragraph before them says, or the last of them.
void check_listed_sums(const Document& document, const Arguments& arguments,
                       const std::vector<Span>& paragraphs, Outcome& outcome);

}  // namespace hegui
