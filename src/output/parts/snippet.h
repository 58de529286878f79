#pragma once

#include <string>
#include <string_view>

#include "output/output.h"
#include "output/parts/places.h"

namespace hegui {

/// One source line with its number, cut to a window around the place, and the place underlined:
///
///    22 | …镇里高度重视安全生产工作，逐村排查…
///       |   ^^^^^^^^^^ label
///
/// Ends with a line end. Carets stand by display width.
void append_snippet(const Review& review, const Place& place, char underline,
                    std::string_view label, int gutter, const OutputOptions& options,
                    std::string& out);

/// Digits of the largest line number.
int gutter_of(const Review& review, const Finding& finding);

}  // namespace hegui
