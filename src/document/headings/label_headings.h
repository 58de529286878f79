#pragma once

#include <vector>

#include "document/headings.h"

namespace hegui {

/// Adds the headings that share a line with what they head, to those of a report that has no others
/// to speak of:
///
///   Summary: It was fine. It grew.
///   **Results** We had 5 complaints.
///   Actions:
///
/// One such line proves nothing, and a label that comes again (a speaker's, a question's) heads
/// nothing. Never in languages whose row has no `label`.
void add_label_headings(const Document& document, const Outline& outline,
                        std::vector<Heading>& headings);

}  // namespace hegui
