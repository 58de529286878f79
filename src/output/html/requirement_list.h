#pragma once

#include <string>

#include "output/html/markup.h"

namespace hegui {

/// The checklist: each requirement with its verdict, how much it matters, why, and the evidence,
/// which leads to its place in the text. Nothing for a report without rule set.
void append_requirement_list(const PageReport& page, std::string& out);

}  // namespace hegui
