#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "output/output.h"

namespace hegui {

/// A line without its end as lines of a terminal, each with its end: broken at blanks and marks,
/// and where there are none between Chinese characters; those that go on are indented by `indent`.
/// Colours take no room. One line if OutputOptions::wraps is not set.
std::string wrapped(std::string_view line, std::size_t indent, const OutputOptions& options);

}  // namespace hegui
